/** A few numbers by hand, and what each normalization promises. The gradients are in ../../suites/normalizations.ts. */
import { beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../../engine.ts'
import { error, noise } from '../../suites/error.ts'
import * as tf from '../../tf.ts'
import { mlp } from '../mlp.ts'
import { batchNormalization } from './batchNormalization.ts'
import { dataDependentInitialization } from './dataDependentInitialization.ts'
import { groupNormalization } from './groupNormalization.ts'
import { instanceNormalization } from './instanceNormalization.ts'
import { layerNormalization } from './layerNormalization.ts'
import type { NormalizesActivations } from './normalization.ts'
import { rmsNormalization } from './rmsNormalization.ts'
import { weightNormalization } from './weightNormalization.ts'

const numbers = (tensor: tf.Tensor) => [...tensor.dataSync()]
const far = (tensor: tf.Tensor, expected: readonly number[]) => error(numbers(tensor), expected)
const tiny = 1e-6

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  test.each<[string, NormalizesActivations, number[], number[]]>([
    ['layer', layerNormalization({ epsilon: 0 }), [1, 1, 5, 5], [-1, -1, 1, 1]],
    ['layer, with epsilon', layerNormalization({ epsilon: 5 }), [1, 1, 5, 5], [-2 / 3, -2 / 3, 2 / 3, 2 / 3]],
    ['group', groupNormalization({ groups: 2, epsilon: 0 }), [1, 3, 10, 30], [-1, 1, -1, 1]],
    ['rms', rmsNormalization({ epsilon: 0 }), [3, 4, 0, 0], [1.2, 1.6, 0, 0]],
  ])('%s: one example by hand', (_name, kind, x, expected) => {
    expect(far(kind.build(1, 4).apply(tf.tensor(x, [1, 1, 4])), expected)).toBeLessThan(tiny)
  })

  test('instance: each channel of an example over its places', () => {
    const layer = instanceNormalization({ epsilon: 0 }).build(1, 2)
    expect(far(layer.apply(tf.tensor([1, 10, 3, 30], [1, 1, 2, 2])), [-1, -1, 1, 1])).toBeLessThan(tiny)
    expect(() => layer.apply(tf.zeros([1, 3, 2]))).toThrow(
      /several places per channel, got shape \[1, 3, 2\]/,
    )
  })

  test('batch: by hand, in training and after it, with the variance as m / (m - 1)', () => {
    const layer = batchNormalization({ momentum: 0.9, epsilon: 0 }).build(1, 1)
    const { mean, variance } = layer.statistics!
    const x = tf.tensor([1, 3], [1, 2, 1])
    layer.gamma.assign(tf.tensor([2], [1, 1, 1]))
    layer.beta.assign(tf.tensor([0.5], [1, 1, 1]))
    expect(far(layer.apply(x, { training: true }), [-1.5, 2.5])).toBeLessThan(tiny)
    expect([numbers(mean), numbers(variance)]).toEqual([[0], [1]])
    // The running mean is 0, the variance 1.
    expect(far(layer.apply(x), [2.5, 6.5])).toBeLessThan(tiny)
    layer.apply(x, { training: true, remember: true })
    // The batch's mean is 2; its variance is 1, times 2 / (2 - 1).
    expect(far(mean, [0.2])).toBeLessThan(tiny)
    expect(far(variance, [0.9 + 0.1 * 2])).toBeLessThan(tiny)
    layer.apply(x, { training: true, remember: true })
    expect(far(mean, [0.9 * 0.2 + 0.1 * 2])).toBeLessThan(tiny)
    expect(
      far(
        layer.apply(x),
        [1, 3].map((each) => (2 * (each - 0.38)) / Math.sqrt(0.9 * 1.1 + 0.2) + 0.5),
      ),
    ).toBeLessThan(tiny)
  })

  test('batch: over all places of an image, m is their number in the batch', () => {
    const layer = batchNormalization({ momentum: 0, epsilon: 0 }).build(1, 1)
    layer.apply(tf.tensor([1, 2, 3, 6], [1, 2, 1, 2, 1]), { training: true, remember: true })
    expect(far(layer.statistics!.mean, [3])).toBeLessThan(tiny)
    expect(far(layer.statistics!.variance, [14 / 3])).toBeLessThan(tiny)
  })

  test('batch of one: beta whatever comes in, no gradient further back, and the variance stays', () => {
    const layer = batchNormalization().build(1, 2)
    layer.beta.assign(tf.tensor([0.25, -4], [1, 1, 2]))
    const x = tf.tensor([7, -3], [1, 1, 2])
    const { value, grads } = tf
      .engine()
      .gradients(() => layer.apply(x, { training: true, remember: true }), [x])
    expect(numbers(value)).toEqual([0.25, -4])
    expect(numbers(grads[0]!).map(Math.abs)).toEqual([0, 0])
    expect(far(layer.statistics!.mean, [0.7, -0.3])).toBeLessThan(tiny)
    expect(far(layer.statistics!.variance, [1, 1])).toBeLessThan(tiny)
  })

  test('batch: remembers all seeds or none', () => {
    const layer = batchNormalization().build(2, 1)
    const all = { training: true, remember: true, replica: 0 }
    expect(() => layer.apply(tf.zeros([1, 3, 1]), all)).toThrow(/expected all seeds when remembering/)
  })

  test('a large mean does not swallow the variance', () => {
    const x = tf.tensor([10001, 10003], [1, 2, 1])
    expect(
      far(batchNormalization({ epsilon: 0 }).build(1, 1).apply(x, { training: true }), [-1, 1]),
    ).toBeLessThan(tiny)
    const row = tf.tensor([10001, 10003], [1, 1, 2])
    expect(far(layerNormalization({ epsilon: 0 }).build(1, 2).apply(row), [-1, 1])).toBeLessThan(tiny)
  })

  test('not a number: its own mean alone', () => {
    const x = tf.tensor([1, 2, NaN, 4, 5, 7, 8, 1, 3, 9], [1, 2, 5])
    const say = (kind: NormalizesActivations) =>
      numbers(kind.build(1, 5).apply(x, { training: true })).map(Number.isNaN)
    expect(say(layerNormalization())).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(say(batchNormalization()).map(Number)).toEqual([0, 0, 1, 0, 0, 0, 0, 1, 0, 0])
  })

  test('an example by itself: layer and its kin do not see the rest of the batch, batch does', () => {
    const x = noise([2, 8, 12], 'x')
    const others = tf.concat([tf.slice(x, 0, [2, 1, 12]), noise([2, 7, 12], 'others', 3)], 1)
    const moved = (kind: NormalizesActivations) => {
      const layer = kind.build(2, 12)
      const [one, two] = [x, others].map((rows) =>
        numbers(tf.slice(layer.apply(rows, { training: true }), 0, [2, 1, 12])),
      ) as [number[], number[]]
      return Math.max(...one.map((each, i) => Math.abs(each - two[i]!)))
    }
    for (const kind of [layerNormalization(), rmsNormalization(), groupNormalization({ groups: 4 })])
      expect(moved(kind)).toBeLessThan(1e-6)
    expect(moved(batchNormalization())).toBeGreaterThan(1e-2)
  })

  test('weight: a length of 10 in the direction of (3, 4); no direction is refused', () => {
    const v: tf.Variable = tf.variable(tf.tensor([3, 4], [1, 2, 1]))
    const { gain, kernel } = weightNormalization().build(v)
    expect(far(gain, [5])).toBeLessThan(tiny)
    gain.assign(tf.tensor([10], [1, 1, 1]))
    expect(far(kernel(v), [6, 8])).toBeLessThan(tiny)
    const level = engine.tensors()
    const none: tf.Variable = tf.variable(tf.zeros([1, 2, 1]))
    expect(() => weightNormalization().build(none)).toThrow(/got a unit whose weights are all 0/)
    none.dispose()
    // The zeros that the variable was made from stay the caller's.
    expect(engine.tensors()).toBe(level + 1)
  })

  test('data-dependent initialization: mean 0 and variance 1 before every activation', () => {
    const model = mlp({
      inputs: 4,
      hidden: [6, 5, 3],
      outputs: 2,
      activation: 'tanh',
      normalization: weightNormalization(),
      seeds: [0, 1],
    })
    const x = tf.add(noise([2, 50, 4], 'x', 3), 2)
    const level = engine.tensors()
    const kernels = model.layers.map(({ kernel }) => numbers(kernel))
    dataDependentInitialization(model, x)
    expect(engine.tensors()).toBe(level)
    expect(model.layers.map(({ kernel }) => numbers(kernel))).toEqual(kernels)
    const traced = model.trace(x).slice(0, -1)
    for (const { z } of traced) {
      const mean = tf.mean(z, 1, true)
      expect(Math.max(...numbers(tf.abs(mean)))).toBeLessThan(1e-5)
      for (const variance of numbers(tf.mean(tf.square(tf.sub(z, mean)), 1)))
        expect(variance).toBeCloseTo(1, 4)
    }
    const same = tf.mul(tf.ones([2, 50, 4]), 2)
    expect(() => dataDependentInitialization(model, same)).toThrow(/units of layer 0 .* differ from row to/)
  })
})

test('groups must divide the channels', () => {
  expect(() => groupNormalization({ groups: 5 }).build(1, 32)).toThrow(/divides the 32 channels, got 5/)
  expect(() => groupNormalization({ groups: 0 }).build(1, 32)).toThrow(/got 0/)
})
