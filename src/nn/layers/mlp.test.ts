import { beforeAll, describe, expect, test } from 'vitest'
import { activationNames, type ActivationName } from '../activations/scalar.ts'
import { engine } from '../engine.ts'
import { heNormal, normal } from '../initializers.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import { adam } from '../optimizers/adam.ts'
import { momentum } from '../optimizers/momentum.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { sgd } from '../optimizers/sgd.ts'
import { random } from '../random.ts'
import * as tf from '../tf.ts'
import { layerGradients } from './layerGradients.ts'
import { mlp, type MlpOptions } from './mlp.ts'

const options = (seeds: number[], activation: ActivationName = 'tanh'): MlpOptions => ({
  inputs: 3,
  hidden: [8, 6],
  outputs: 3,
  activation,
  biasInitializer: normal(0.1),
  seeds,
})

/** Points and classes of one seed; of nothing else. */
const dataOf = (seed: number) => {
  const generator = random(seed).split('data')
  const x = Float32Array.from({ length: 20 * 3 }, () => generator.normal())
  return {
    x,
    labels: Int32Array.from({ length: 20 }, (_, i) => (x[3 * i]! > 0 ? 1 : 0) + (x[3 * i + 1]! > 0 ? 1 : 0)),
  }
}
const batchOf = (seeds: number[]) => ({
  x: tf.tensor3d(
    seeds.flatMap((seed) => [...dataOf(seed).x]),
    [seeds.length, 20, 3],
  ),
  labels: tf.tensor2d(
    seeds.flatMap((seed) => [...dataOf(seed).labels]),
    [seeds.length, 20],
    'int32',
  ),
})

/** Weights of each seed after some steps, and its losses on the way. */
const train = (seeds: number[], rule: Optimizer, activation: ActivationName, steps = 25) => {
  const model = mlp(options(seeds, activation))
  const { x, labels } = batchOf(seeds)
  const losses: number[][] = seeds.map(() => [])
  for (let step = 0; step < steps; step++) {
    const loss = rule.minimize(() => softmaxCrossEntropy(labels, model.apply(x)), model.params)
    loss.dataSync().forEach((each, seed) => losses[seed]!.push(each))
    loss.dispose()
  }
  const weights = seeds.map((_, seed) =>
    model.params.flatMap((param) => {
      const size = param.size / seeds.length
      return Array.from(param.dataSync().subarray(seed * size, (seed + 1) * size))
    }),
  )
  model.dispose()
  rule.dispose()
  tf.dispose([x, labels])
  return { weights, losses }
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  const rules: [string, () => Optimizer][] = [
    ['sgd', () => sgd(0.5)],
    ['momentum', () => momentum(0.1)],
    ['adam', () => adam(0.01)],
  ]
  test.each(rules)('seeds trained together equal seeds trained alone: %s', (_name, rule) => {
    for (const activation of ['relu', 'prelu', 'maxout'] as const) {
      const together = train([4, 0, 9], rule(), activation)
      ;[4, 0, 9].forEach((seed, place) => {
        const alone = train([seed], rule(), activation)
        alone.weights[0]!.forEach((weight, i) =>
          expect(Math.abs(together.weights[place]![i]! - weight)).toBeLessThan(1e-5),
        )
        expect(alone.losses[0]!.at(-1)!).toBeLessThan(alone.losses[0]![0]!)
      })
    }
  })

  test('the same seed gives the same numbers', () => {
    expect(train([1, 2], adam(0.01), 'gelu')).toEqual(train([1, 2], adam(0.01), 'gelu'))
  })

  test('a seed that diverges leaves the others alone', () => {
    const model = mlp(options([0, 1]))
    model.params[0]!.assign(
      tf.tidy(() =>
        tf.concat([tf.slice(model.params[0]!, [0, 0, 0], [1, -1, -1]), tf.mul(tf.ones([1, 3, 8]), NaN)]),
      ),
    )
    const { x, labels } = batchOf([0, 1])
    const rule = momentum(0.1)
    for (let step = 0; step < 3; step++) {
      rule.minimize(() => softmaxCrossEntropy(labels, model.apply(x)), model.params).dispose()
    }
    const [first, second] = softmaxCrossEntropy(labels, model.apply(x)).dataSync()
    expect(second).toBeNaN()
    expect(first).toBeLessThan(1.2)
  })

  test('one replica alone, and one batch for all', () => {
    const model = mlp(options([3, 5], 'prelu'))
    const { x } = batchOf([3, 5])
    const all = model.apply(x).dataSync()
    const second = model.apply(tf.slice(x, [1, 0, 0], [1, -1, -1]), { replica: 1 })
    expect(second.shape).toEqual([1, 20, 3])
    second.dataSync().forEach((each, i) => expect(each).toBeCloseTo(all[60 + i]!, 5))
    const shared = model.apply(tf.slice(x, [0, 0, 0], [1, -1, -1]))
    expect(shared.shape).toEqual([2, 20, 3])
    shared
      .dataSync()
      .slice(0, 60)
      .forEach((each, i) => expect(each).toBeCloseTo(all[i]!, 5))
  })

  test('layer gradients: by weights as training has them, by pre-activations in agreement with the bias', () => {
    const model = mlp(options([3, 5], 'maxout'))
    const { x, labels } = batchOf([3, 5])
    const before = engine.tensors()
    const { loss, layers } = layerGradients(model, x, (logits) => softmaxCrossEntropy(labels, logits))
    expect(engine.tensors() - before).toBe(1 + 5 * layers.length - 1)
    const { grads } = tf
      .engine()
      .gradients(() => softmaxCrossEntropy(labels, model.apply(x)), [...model.params])
    layers.forEach((layer, index) => {
      expect([...layer.kernel.dataSync()]).toEqual([...grads[2 * index]!.dataSync()])
      const summed = tf.sum(layer.delta, 1, true).dataSync()
      layer.bias.dataSync().forEach((each, i) => expect(each).toBeCloseTo(summed[i]!, 5))
    })
    expect(loss.shape).toEqual([2])
  })
})

const bits = async (backend: 'cpu' | 'wasm') => {
  await engine.use(backend)
  return mlp(options([0, 7])).params.map((param) => [...param.dataSync()])
}
const kernels = (own: Partial<MlpOptions>) =>
  mlp({ ...options([7]), ...own }).layers.map(({ kernel }) => kernel.dataSync())

test('starting weights are the same bits on all backends', async () => {
  expect(await bits('cpu')).toEqual(await bits('wasm'))
})

test('starting weights depend on the seed and the layer, not on company, activation or scale', async () => {
  await engine.use('cpu')
  const start = kernels({})
  for (const activation of activationNames.filter((name) => name !== 'maxout')) {
    expect(kernels({ activation })).toEqual(start)
  }
  kernels({ seeds: [1, 7] }).forEach((kernel, layer) =>
    expect(kernel.slice(kernel.length / 2)).toEqual(start[layer]),
  )
  // The first piece of maxout is the layer that the others have: columns 0 to 7 of 16.
  const maxout = kernels({ activation: 'maxout' })[0]!
  expect([...maxout].filter((_, i) => i % 16 < 8)).toEqual([...start[0]!])
  const normals = kernels({ kernelInitializer: normal(1) })
  const he = kernels({ kernelInitializer: heNormal() })
  normals[1]!.forEach((weight, i) => expect(he[1]![i]).toBeCloseTo(weight * Math.sqrt(2 / 8), 5))
  expect(start[0]).not.toEqual(kernels({ seeds: [8] })[0])
})
