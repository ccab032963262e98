/** Normalized networks: several seeds, both modes, gradients by layer, checkpoints, disturbances. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { evaluate } from '../evaluate.ts'
import { inspect } from '../inspect.ts'
import { normal } from '../initializers.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import { sgd } from '../optimizers/sgd.ts'
import { setSimd } from '../simd/heap.ts'
import { stackShape } from '../simd/stackShape.ts'
import { error, noise } from '../suites/error.ts'
import * as tf from '../tf.ts'
import { layerGradients } from './layerGradients.ts'
import { mlp } from './mlp.ts'
import { batchNormalization } from './normalization/batchNormalization.ts'
import { layerNormalization } from './normalization/layerNormalization.ts'
import type { Normalization } from './normalization/normalization.ts'
import { rmsNormalization } from './normalization/rmsNormalization.ts'
import { weightNormalization } from './normalization/weightNormalization.ts'

const kinds: [string, () => Normalization][] = [
  ['batch', batchNormalization],
  ['layer', layerNormalization],
  ['rms', rmsNormalization],
  ['weight', weightNormalization],
]
const make = (normalization: Normalization | undefined, seeds: readonly number[] = [3, 8]) =>
  mlp({
    inputs: 3,
    hidden: [7, 6],
    outputs: 3,
    activation: 'tanh',
    kernelInitializer: normal(0.7),
    normalization,
    seeds,
  })
const labels = () =>
  tf.tidy(() =>
    tf.tensor2d(
      Int32Array.from({ length: 40 }, (_, i) => i % 3),
      [2, 20],
      'int32',
    ),
  )
const values = (tensors: readonly tf.Tensor[]) => tensors.map((tensor) => [...tensor.dataSync()])

afterEach(() => setSimd(true))

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  test.each(kinds)('%s: seeds together equal seeds alone, and each replica is one of them', (_name, kind) => {
    const [x, y] = [noise([2, 20, 3], 'x'), labels()]
    const trained = (seeds: readonly number[], rows: tf.Tensor, classes: tf.Tensor) => {
      const model = make(kind(), seeds)
      const mode = { training: true, remember: true }
      const rule = sgd(0.2)
      for (let step = 0; step < 5; step++)
        rule.minimize(() => softmaxCrossEntropy(classes, model.apply(rows, mode)), model.params).dispose()
      return model
    }
    const together = trained([3, 8], x, y)
    const all = values([together.apply(x)])[0]!
    ;[3, 8].forEach((seed, place) => {
      const [own, classes] = [tf.slice(x, [place, 0, 0], [1, -1, -1]), tf.slice(y, [place, 0], [1, -1])]
      const alone = trained([seed], own, classes)
      const half = all.slice(60 * place, 60 * (place + 1))
      expect(error(values([alone.apply(own)])[0]!, half)).toBeLessThan(1e-5)
      expect(error(values([together.apply(own, { replica: place })])[0]!, half)).toBeLessThan(1e-5)
      const mode = { replica: place, training: true }
      const batchOwn = values([together.apply(x, { training: true })])[0]!.slice(60 * place, 60 * (place + 1))
      expect(error(values([together.apply(own, mode)])[0]!, batchOwn)).toBeLessThan(1e-5)
    })
  })

  test('training mode standardises every unit, and only remembering moves the running averages', () => {
    const model = make(batchNormalization({ epsilon: 0, momentum: 0 }))
    const x = tf.add(noise([2, 20, 3], 'x', 4), 3)
    const before = values(model.statistics)
    const traced = model.trace(x, { training: true })
    expect(values(model.statistics)).toEqual(before)
    for (const { z } of traced.slice(0, -1)) {
      const mean = tf.mean(z, 1, true)
      expect(Math.max(...values([tf.abs(mean)])[0]!)).toBeLessThan(1e-5)
      for (const variance of values([tf.mean(tf.square(tf.sub(z, mean)), 1)])[0]!)
        expect(variance).toBeCloseTo(1, 4)
    }
    model.apply(x, { training: true, remember: true })
    // With momentum 0 the running ones are the batch's own, its variance times 20 / 19.
    const first = model.trace(x)[0]!.z
    const scaled = tf.mul(traced[0]!.z, Math.sqrt(19 / 20))
    expect(error(values([first])[0]!, values([scaled])[0]!)).toBeLessThan(1e-5)
    const level = engine.tensors()
    model.apply(x, { training: true, remember: true }).dispose()
    expect(engine.tensors()).toBe(level)
    expect(model.layers.map(({ statistics }) => statistics?.mean.shape)).toEqual([
      [2, 1, 7],
      [2, 1, 6],
      undefined,
    ])
  })

  test.each(kinds)('%s: starts with the weights of its plain twin, gamma 1 and beta 0', (_name, kind) => {
    const [model, plain] = [make(kind()), make(undefined)]
    model.layers.forEach(({ kernel }, i) =>
      expect(values([kernel])).toEqual(values([plain.layers[i]!.kernel])),
    )
    const { gamma, gain, bias } = model.layers[0]!
    expect(new Set(values([bias])[0])).toEqual(new Set([0]))
    const ones = gamma ?? tf.div(gain!, tf.norm(model.layers[0]!.kernel, 'euclidean', 1, true))
    expect(error(values([ones])[0]!, Array<number>(14).fill(1))).toBeLessThan(1e-6)
    expect(gamma === undefined).toBe(gain !== undefined)
    expect(model.layers.at(-1)).not.toHaveProperty('normalization')
    expect(stackShape(model)).toBeNull()
  })

  test('weight normalization changes nothing at the start', () => {
    const x = noise([2, 20, 3], 'x')
    const [one, other] = [make(weightNormalization()), make(undefined)].map(
      (model) => values([model.apply(x)])[0]!,
    )
    expect(error(one!, other!)).toBeLessThan(1e-5)
  })

  test.each(kinds)('%s: layer gradients are those of training; nothing is moved', (_name, kind) => {
    const model = make(kind())
    const [x, y] = [noise([2, 20, 3], 'x'), labels()]
    const statistics = values(model.statistics)
    const level = engine.tensors()
    const { loss, layers } = layerGradients(model, x, (logits) => softmaxCrossEntropy(y, logits))
    expect(engine.tensors() - level).toBe(5 * layers.length)
    const { grads } = tf.engine().gradients(
      () => softmaxCrossEntropy(y, model.apply(x, { training: true })),
      model.layers.map(({ kernel }) => kernel),
    )
    layers.forEach(({ kernel, bias, delta }, i) => {
      expect(values([kernel])).toEqual(values([grads[i]!]))
      expect(error(values([bias])[0]!, values([tf.sum(delta, 1)])[0]!)).toBeLessThan(1e-5)
    })
    const found = inspect({
      step: 0,
      model,
      x,
      y,
      loss: 'softmaxCrossEntropy',
      optimizer: { name: 'sgd', learningRate: 0.1 },
    })
    expect(found.loss[0]).toBeCloseTo(loss.dataSync()[0]!, 5)
    for (const each of [...found.gradient, ...found.rateLimit]) expect(each).toBeGreaterThan(0)
    expect(values(model.statistics)).toEqual(statistics)
  })

  test('an offset comes after normalization, and one row serves all examples', () => {
    const model = make(batchNormalization())
    const x = noise([2, 20, 3], 'x')
    const offsets = model.layers.map(({ units }) => noise([2, 1, units], `offset ${units}`))
    const plain = model.trace(x, { training: true })[0]!.z
    const moved = model.trace(x, { training: true, offsets })[0]!.z
    expect(error(values([moved])[0]!, values([tf.add(plain, offsets[0]!)])[0]!)).toBeLessThan(1e-6)
  })

  test('evaluate, in either mode', () => {
    const model = make(batchNormalization())
    const batch = { x: tf.add(noise([2, 20, 3], 'x', 4), 3), y: labels() }
    for (const training of [true, false]) {
      const { loss } = evaluate(model, 'softmaxCrossEntropy', batch, { training })
      const expected = values([softmaxCrossEntropy(batch.y, model.apply(batch.x, { training }))])[0]!
      expect(error(loss, expected)).toBeLessThan(1e-6)
    }
    const [training, still] = [true, false].map(
      (mode) => evaluate(model, 'softmaxCrossEntropy', batch, { training: mode }).loss,
    )
    expect(Math.abs(training![0]! - still![0]!)).toBeGreaterThan(1e-3)
    expect(evaluate(model, 'softmaxCrossEntropy', batch).loss).toEqual(still)
  })
})
