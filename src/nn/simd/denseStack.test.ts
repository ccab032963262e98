/** Whole networks as single kernels: equal to the ordinary ops, and nothing but the numbers of the tensors changes. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import { random } from '../random.ts'
import { error } from '../suites/error.ts'
import * as tf from '../tf.ts'
import { denseStackApply, denseStackEvaluate, denseStackTrainer } from './denseStack.ts'
import { setSimd } from './heap.ts'
import { losses, start, type Case } from './stackCase.ts'

beforeAll(() => engine.use('wasm'))
afterEach(() => setSimd(true))

/** Ten steps by both ways from the same start; the greatest difference of any parameter or slot. */
function tenSteps(given: Case): number {
  const [one, other] = [start(given), start(given)]
  const picks = one.picks(10)
  const trainer = one.trainer()
  expect(trainer.train(picks, 10)).toBe(true)
  other.plain(picks, 10)
  expect(one.rule.step).toBe(10)
  const expected = other.state()
  const differences = one.state().map((values, i) => error(values, expected[i]!))
  trainer.dispose()
  one.dispose()
  other.dispose()
  return Math.max(...differences)
}

describe('ten updates equal those of the ordinary ops', () => {
  test.each(['linear', 'relu', 'leakyRelu', 'elu', 'tanh', 'sigmoid'] as const)('%s', (name) => {
    expect(tenSteps({ activation: name })).toBeLessThan(1e-5)
  })
  test.each(['sgd', 'momentum', 'adam'] as const)('%s', (optimizer) => {
    expect(tenSteps({ optimizer })).toBeLessThan(1e-5)
  })
  test.each([
    ['softmaxCrossEntropy', 2],
    ['softmaxCrossEntropy', 10],
    ['sigmoidCrossEntropy', 1],
    ['sigmoidCrossEntropy', 3],
    ['meanSquaredError', 1],
    ['meanSquaredError', 5],
  ] as const)('%s of %i', (loss, outputs) => {
    expect(tenSteps({ loss, outputs })).toBeLessThan(1e-5)
  })
  test.each([1, 2, 3, 4, 5, 6, 7, 9, 13])('sizes of %i', (size) => {
    const sizes = { features: size, hidden: [size, size + 1], outputs: size + 1, batch: size }
    expect(tenSteps(sizes)).toBeLessThan(1e-5)
  })
  test.each([
    ['a rate of 0', { rate: 0 }, 'relu'],
    ['a small rate', { rate: 0.2 }, 'tanh'],
    ['half of the units', { rate: 0.5, scaling: 'none' }, 'sigmoid'],
    ['nearly all units', { rate: 0.9 }, 'elu'],
    ['what is rounded to 1', { rate: 1 - 2 ** -50, scaling: 'none' }, 'relu'],
  ] as const)('dropout: %s', (_, dropout, name) => {
    // Not Adam: units that are nearly always left out have gradients that are nothing but rounding.
    for (const hidden of [[8, 12], [5, 3, 6], []])
      expect(tenSteps({ dropout, hidden, activation: name, optimizer: 'momentum' })).toBeLessThan(1e-5)
  })
  test.each(['l1', 'l2'] as const)('a penalty: %s', (name) => {
    for (const optimizer of ['sgd', 'adam'] as const)
      for (const hidden of [[8], [5, 3]])
        expect(tenSteps({ penalty: { name, strength: 0.1 }, optimizer, hidden })).toBeLessThan(1e-5)
  })
  test('dropout and a penalty at once', () => {
    const both = { dropout: { rate: 0.3 }, penalty: { name: 'l2', strength: 0.01 } } as const
    expect(tenSteps(both)).toBeLessThan(1e-5)
  })
  test('without hidden layers, one seed', () => {
    expect(tenSteps({ hidden: [], seeds: [4] })).toBeLessThan(1e-5)
  })
  test('deep and wide', () => {
    const given = { features: 20, hidden: [32, 32, 32, 32, 32], outputs: 10, batch: 64, rows: 100 }
    // Not Adam: it makes a whole step of a gradient that is nothing but rounding.
    const rest = { activation: 'relu', optimizer: 'momentum', seeds: [0, 1, 2] } as const
    expect(tenSteps({ ...given, ...rest })).toBeLessThan(1e-5)
  })
})

test.each<[string, Case]>([
  ['', {}],
  [' with dropout and a penalty', { dropout: { rate: 0.4 }, penalty: { name: 'l1', strength: 0.1 } }],
])('many updates in one call equal as many calls, exactly%s', (_, more) => {
  const given: Case = { hidden: [7, 8], outputs: 3, optimizer: 'adam', ...more }
  const [one, other] = [start(given), start(given)]
  const picks = one.picks(12)
  const size = picks.length / 12
  one.trainer().train(picks, 12)
  const trainer = other.trainer()
  for (const [from, steps] of [
    [0, 1],
    [1, 4],
    [5, 7],
  ] as const)
    trainer.train(picks.slice(from * size, (from + steps) * size), steps)
  expect(one.state()).toEqual(other.state())
})

test('seeds do not touch each other: two together equal each alone, exactly', () => {
  const dropout = { rate: 0.25 }
  const together = start({ seeds: [0, 1], rows: 20, dropout })
  const picks = together.picks(5)
  together.trainer().train(picks, 5)
  const second = start({ seeds: [1], rows: 20 })
  const x = tf.slice(together.x, [1], [1])
  const y = tf.slice(together.y, [1], [1])
  const own = Int32Array.from({ length: 50 }, (_, i) => picks[Math.floor(i / 10) * 20 + 10 + (i % 10)]!)
  const randoms = [random(1).split('dropout')]
  denseStackTrainer(second.model, second.rule, second.loss, x, y, {
    dropout: { ...dropout, randoms },
  })!.train(own, 5)
  together.state().forEach((values, i) => {
    const alone = second.state()[i]!
    expect(values.slice(alone.length)).toEqual(alone)
  })
})

describe('numbers that are none', () => {
  test('NaN in one seed is that seed alone', () => {
    const { model, rule, loss, x, y, picks, state } = start({ hidden: [5, 6] })
    const broken = model.params[0]!.dataSync().slice()
    broken[broken.length - 1] = NaN
    model.params[0]!.assign(tf.tensor(broken, model.params[0]!.shape))
    const [first, second] = denseStackEvaluate(model, loss, x, y)!.dataSync()
    expect(first).toBeGreaterThan(0)
    expect(second).toBeNaN()
    denseStackTrainer(model, rule, loss, x, y)!.train(picks(3), 3)
    for (const values of state().slice(0, model.params.length)) {
      expect(values.slice(0, values.length / 2).every(Number.isFinite)).toBe(true)
      expect(values.slice(values.length / 2).some(Number.isNaN)).toBe(true)
    }
  })

  test.each([
    ['relu', 'softmaxCrossEntropy', 4],
    ['linear', 'meanSquaredError', 2],
    ['leakyRelu', 'sigmoidCrossEntropy', 1],
    ['elu', 'softmaxCrossEntropy', 3],
  ] as const)('%s with %s diverges at the step at which ordinary ops do', (name, loss, outputs) => {
    const given = { activation: name, loss, outputs, optimizer: 'sgd', scale: 30, seeds: [0] } as const
    const [one, other] = [start(given), start(given)]
    for (const { rule } of [one, other]) rule.learningRate = 1e4
    const trainer = denseStackTrainer(one.model, one.rule, loss, one.x, one.y)!
    const finite = ({ model, x, y }: typeof one) =>
      Number.isFinite(losses[loss](y, model.apply(x)).dataSync()[0]!)
    const diverged = [0, 0]
    for (let step = 1; step <= 60; step++) {
      const picks = one.picks(1)
      trainer.train(picks, 1)
      other.plain(picks, 1)
      if (finite(one)) diverged[0] = step
      setSimd(false)
      if (finite(other)) diverged[1] = step
      setSimd(true)
    }
    expect(diverged[1]).toBeLessThan(60)
    expect(Math.abs(diverged[0]! - diverged[1]!)).toBeLessThanOrEqual(1)
  })

  test('what has all but vanished is 0 in the moments', () => {
    const { model, rule, loss, x, y, picks } = start({ activation: 'sigmoid', hidden: Array(30).fill(4) })
    denseStackTrainer(model, rule, loss, x, y)!.train(picks(20), 20)
    const denormal = (value: number) => value !== 0 && Math.abs(value) < 1.2e-38
    for (const slot of rule.state(model.params)) expect([...slot.dataSync()].some(denormal)).toBe(false)
  })
})

test('a clone of a parameter keeps its numbers', () => {
  const { model, rule, loss, x, y, picks } = start({})
  const clone = tf.clone(model.params[0]!)
  const before = clone.dataSync().slice()
  denseStackTrainer(model, rule, loss, x, y)!.train(picks(1), 1)
  expect(clone.dataSync()).toEqual(before)
  expect(model.params[0]!.dataSync()).not.toEqual(before)
})

test('training leaves no tensor behind, also while the heap grows', () => {
  const { model, rule, loss, x, y, picks, state, dispose } = start({ rows: 30 })
  const before = engine.tensors()
  const trainer = denseStackTrainer(model, rule, loss, x, y)!
  trainer.train(picks(1), 1)
  const level = engine.tensors()
  const large = [1, 2, 3].map((n) => {
    const kept = tf.zeros([n * 4_000_000])
    trainer.train(picks(5), 5)
    denseStackEvaluate(model, loss, x, y)!.dispose()
    return kept
  })
  expect(state().every((values) => values.every(Number.isFinite))).toBe(true)
  tf.dispose(large)
  expect(engine.tensors()).toBe(level)
  trainer.dispose()
  dispose()
  // What was there at the start: parameters, x and y.
  expect(engine.tensors()).toBe(before - model.params.length - 2)
})

describe('where the kernels do not apply', () => {
  test.each(['gelu', 'silu', 'prelu', 'maxout'] as const)('%s', (name) => {
    const { model, rule, loss, x, y } = start({ activation: name })
    expect(denseStackTrainer(model, rule, loss, x, y)).toBe(null)
    expect(denseStackApply(model, x)).toBe(null)
  })

  test('switched off, at the start or on the way', () => {
    const { model, rule, loss, x, y, picks, state } = start({})
    const trainer = denseStackTrainer(model, rule, loss, x, y)!
    setSimd(false)
    const before = state().map((each) => each.slice())
    expect(trainer.train(picks(1), 1)).toBe(false)
    expect(state()).toEqual(before)
    expect(denseStackTrainer(model, rule, loss, x, y)).toBe(null)
    expect(denseStackEvaluate(model, loss, x, y)).toBe(null)
  })

  test('under a gradient', () => {
    const { model, x, y } = start({})
    const { grads } = tf.engine().gradients(() => softmaxCrossEntropy(y, model.apply(x)), [...model.params])
    expect(grads.every((each) => each.dataSync().some((value) => value !== 0))).toBe(true)
  })

  test('another backend', async () => {
    const { model, x } = start({})
    const logits = denseStackApply(model, x)!.dataSync()
    await engine.use('cpu')
    expect(denseStackApply(model, x)).toBe(null)
    expect(error(model.apply(x).dataSync(), logits)).toBeLessThan(1e-5)
    await engine.use('wasm')
    // The numbers that went to the other backend come back.
    expect(error(denseStackApply(model, x)!.dataSync(), logits)).toBeLessThan(1e-5)
  })
})
