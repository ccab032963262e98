import { beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from '../lab/engine.ts'
import { moons } from './datasets/moons.ts'
import { engine } from './engine.ts'
import { cnn } from './layers/cnn.ts'
import { mlp } from './layers/mlp.ts'
import { batchNormalization } from './layers/normalization/batchNormalization.ts'
import { layerNormalization } from './layers/normalization/layerNormalization.ts'
import type { Normalization } from './layers/normalization/normalization.ts'
import { weightNormalization } from './layers/normalization/weightNormalization.ts'
import { adam } from './optimizers/adam.ts'
import { momentum } from './optimizers/momentum.ts'
import { sgd } from './optimizers/sgd.ts'
import { random } from './random.ts'
import * as tf from './tf.ts'
import { createTrainer, type TrainerOptions } from './trainer.ts'

const seeds = [0, 4]
const sets = seeds.map((seed) => moons(random(seed).split('data'), { count: 30, noise: 0.1 }))

const modelOf = (units: readonly number[], normalization?: Normalization) =>
  mlp({ inputs: 2, hidden: units, outputs: 1, activation: 'tanh', normalization, seeds })

const make = (
  optimizer: TrainerOptions['optimizer'],
  options: Partial<TrainerOptions> = {},
  units: readonly number[] = [5, 3],
) =>
  createTrainer({
    optimizer,
    loss: 'sigmoidCrossEntropy',
    sets,
    orders: seeds.map((seed) => random(seed).split('order')),
    batchSize: 8,
    ...options,
    model: options.model ?? modelOf(units),
  })

describe.each<Backend>(['cpu', 'wasm'])('a trainer on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  it.each([
    ['sgd', () => sgd(0.1)],
    ['momentum', () => momentum(0.1)],
    ['adam', () => adam(0.01)],
  ])('goes on from a checkpoint as if it had never stopped: %s', (_name, optimizer) => {
    const before = engine.tensors()
    const whole = make(optimizer())
    whole.advance(7)
    const from = whole.save()
    whole.advance(9)
    const resumed = make(optimizer(), { from })
    expect(resumed.step).toBe(7)
    resumed.advance(9)
    expect(resumed.save()).toEqual(whole.save())
    whole.dispose()
    resumed.dispose()
    expect(engine.tensors()).toBe(before)
  })

  it('computes the same however many updates are asked for at once', () => {
    const [single, several] = [make(adam()), make(adam())]
    for (let i = 0; i < 12; i++) single.advance(1)
    several.advance(5)
    several.advance(7)
    expect(several.save()).toEqual(single.save())
    single.dispose()
    several.dispose()
  })
})

describe.each<Backend>(['cpu', 'wasm'])('normalized and disturbed networks on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  const kinds: [string, () => Normalization | undefined][] = [
    ['batch', batchNormalization],
    ['layer', layerNormalization],
    ['weight', weightNormalization],
    ['no', () => undefined],
  ]
  /** Of a step alone, so that a run can be replayed. */
  const offsets = (step: number) =>
    [5, 3, 1].map((units) => {
      const generator = random(step).split(`offset ${units}`)
      const numbers = Float32Array.from({ length: 2 * units }, () => generator.normal())
      return tf.tensor3d(numbers, [2, 1, units])
    })

  it.each(kinds)('%s normalization: goes on from a checkpoint exactly, in any portions', (_name, kind) => {
    const before = engine.tensors()
    const disturbed = (options: Partial<TrainerOptions> = {}) =>
      make(adam(0.01), { model: modelOf([5, 3], kind()), offsets, ...options })
    const whole = disturbed()
    whole.advance(7)
    const from = whole.save()
    const level = engine.tensors()
    whole.advance(9)
    expect(engine.tensors()).toBe(level)
    const resumed = disturbed({ from })
    for (let i = 0; i < 9; i++) resumed.advance(1)
    expect(resumed.step).toBe(16)
    expect(resumed.save()).toEqual(whole.save())
    const calm = disturbed({ from, offsets: undefined })
    calm.advance(9)
    expect(calm.save().tensors[0]).not.toEqual(whole.save().tensors[0])
    for (const each of [whole, resumed, calm]) each.dispose()
    expect(engine.tensors()).toBe(before)
  })

  it('running mean and variance move in training, and are the last of what is saved', () => {
    const model = modelOf([5, 3], batchNormalization())
    const trainer = make(sgd(0.1), { model })
    const start = trainer.save().tensors.slice(-4)
    expect(start.map((each) => [...new Set(each)])).toEqual([[0], [1], [0], [1]])
    trainer.advance(30)
    const end = trainer.save().tensors.slice(-4)
    expect(end).toEqual(model.statistics.map((each) => each.dataSync()))
    for (const each of end[0]!) expect(each).not.toBe(0)
    trainer.dispose()
  })
})

describe.each<Backend>(['cpu', 'wasm'])('masked, penalised and augmented networks on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  const hidden = [5, 3]
  const randoms = seeds.map((seed) => random(seed).split('dropout'))
  const kinds: [string, Partial<TrainerOptions>][] = [
    ['dropout', { dropout: { rate: 0.4, randoms } }],
    ['an L1 penalty', { penalty: { name: 'l1', strength: 0.05 } }],
    ['an L2 penalty', { penalty: { name: 'l2', strength: 0.05 } }],
    ['versions of rows', { versions: 3 }],
  ]

  it.each(kinds)('%s: goes on from a checkpoint exactly, in any portions', (_name, kind) => {
    const before = engine.tensors()
    const begin = (from?: TrainerOptions['from'], plain = false) =>
      make(adam(0.01), { model: modelOf(hidden), from, ...(plain ? {} : kind) })
    const whole = begin()
    whole.advance(7)
    const from = whole.save()
    const level = engine.tensors()
    whole.advance(9)
    expect(engine.tensors()).toBe(level)
    const resumed = begin(from)
    for (let i = 0; i < 9; i++) resumed.advance(1)
    expect(resumed.save()).toEqual(whole.save())
    const other = begin(from, true)
    other.advance(9)
    expect(other.save().tensors[0]).not.toEqual(whole.save().tensors[0])
    for (const each of [whole, resumed, other]) each.dispose()
    expect(engine.tensors()).toBe(before)
  })
})

it('a disturbance that is nothing changes nothing but the order of sums', async () => {
  await engine.use('wasm')
  const nothing = () => [5, 3, 1].map((units) => tf.zeros([2, 1, units]))
  const [calm, disturbed] = [make(sgd(0.1)), make(sgd(0.1), { offsets: nothing })]
  for (const each of [calm, disturbed]) each.advance(5)
  calm
    .save()
    .tensors.forEach((tensor, i) =>
      tensor.forEach((each, j) => expect(each).toBeCloseTo(disturbed.save().tensors[i]![j]!, 5)),
    )
  for (const each of [calm, disturbed]) each.dispose()
})

it('refuses dropout in a network that is no mlp, and leaves nothing behind', async () => {
  await engine.use('cpu')
  const before = engine.tensors()
  const model = cnn({ input: [1, 2, 1], layers: [], outputs: 1, seeds })
  const dropout = { rate: 0.5, randoms: seeds.map((seed) => random(seed)) }
  expect(() => make(sgd(0.1), { model, dropout })).toThrow(
    'expected an mlp for dropout and penalties, got a cnn',
  )
  expect(engine.tensors()).toBe(before)
})

it('refuses a checkpoint of another network, and leaves nothing behind', async () => {
  await engine.use('cpu')
  const small = make(sgd(0.1))
  const from = small.save()
  small.dispose()
  const before = engine.tensors()
  expect(() => make(sgd(0.1), { from }, [6, 3])).toThrow(/expected tensors of 24, .* found 20, /)
  expect(engine.tensors()).toBe(before)
})

it('yields the frames of a run, several updates apart if asked, and frees everything at its end', async () => {
  await engine.use('cpu')
  const before = engine.tensors()
  const moment = (step: number) => ({
    step,
    epoch: step,
    measure: async () => ({ loss: [step] }),
    view: async () => step,
  })
  const rates: number[] = []
  const frames = make(sgd(0.1)).frames(9, moment, (optimizer) => rates.push(optimizer.learningRate))
  const steps: number[] = []
  for (const asked of [undefined, 1, 3, undefined, 100]) {
    const { value } = await frames.next(asked)
    if (value) steps.push(value.step)
  }
  expect(steps).toEqual([0, 1, 4, 5, 9])
  expect(rates).toEqual([0.1, 0.1, 0.1, 0.1])
  expect((await frames.next()).done).toBe(true)
  expect(engine.tensors()).toBe(before)
})
