import { beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from '../lab/engine.ts'
import { moons } from './datasets/moons.ts'
import { engine } from './engine.ts'
import { mlp } from './layers/mlp.ts'
import { adam } from './optimizers/adam.ts'
import { momentum } from './optimizers/momentum.ts'
import { sgd } from './optimizers/sgd.ts'
import { random } from './random.ts'
import { createTrainer, type TrainerOptions } from './trainer.ts'

const seeds = [0, 4]
const sets = seeds.map((seed) => moons(random(seed).split('data'), { count: 30, noise: 0.1 }))

const make = (
  optimizer: TrainerOptions['optimizer'],
  options: Partial<TrainerOptions> = {},
  units: readonly number[] = [5, 3],
) =>
  createTrainer({
    model: mlp({ inputs: 2, hidden: units, outputs: 1, activation: 'tanh', seeds }),
    optimizer,
    loss: 'sigmoidCrossEntropy',
    sets,
    orders: seeds.map((seed) => random(seed).split('order')),
    batchSize: 8,
    ...options,
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
