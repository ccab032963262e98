import { beforeAll, describe, expect, test } from 'vitest'
import type { ActivationName } from './activations/scalar.ts'
import { engine } from './engine.ts'
import { constant, normal, zeros, type Initializer } from './initializers.ts'
import { inspect } from './inspect.ts'
import { mlp } from './layers/mlp.ts'
import { random } from './random.ts'
import * as tf from './tf.ts'

interface Network {
  hidden?: readonly number[]
  activation?: ActivationName
  kernel?: Initializer
  bias?: number
  outputs?: number
  seeds?: readonly number[]
  optimizer?: string
}

/** 60 inputs of 3 features from N(0, 1) per seed; the class is their number modulo the number of classes. */
function inspected(network: Network, inputs?: Float32Array) {
  const { hidden = [8, 6], activation = 'tanh', kernel = normal(0.5), bias = 0 } = network
  const { outputs = 4, seeds = [0, 1], optimizer = 'sgd' } = network
  const model = mlp({
    inputs: 3,
    hidden,
    outputs,
    activation,
    kernelInitializer: kernel,
    biasInitializer: constant(bias),
    seeds,
  })
  const r = random(7)
  const values = inputs ?? Float32Array.from({ length: seeds.length * 180 }, () => r.normal())
  const x = tf.tensor3d(values, [seeds.length, values.length / seeds.length / 3, 3])
  const rows = x.shape[1]
  const classes = Math.max(2, outputs)
  const y = tf.tensor2d(
    Int32Array.from({ length: seeds.length * rows }, (_, i) => (i % rows) % classes),
    [seeds.length, rows],
    'int32',
  )
  const loss = outputs === 1 ? 'sigmoidCrossEntropy' : 'softmaxCrossEntropy'
  const before = engine.tensors()
  const found = inspect({
    step: 3,
    model,
    x,
    y,
    loss,
    optimizer: { name: optimizer, learningRate: 0.1 },
  })
  expect(engine.tensors()).toBe(before)
  model.dispose()
  tf.dispose([x, y])
  return found
}

/** All numbers of an inspection, in a fixed order. */
const numbers = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbers)
      : []

describe('inspect', () => {
  beforeAll(() => engine.use('wasm'))

  test('says the same on cpu and wasm, with one number per seed', async () => {
    for (const activation of ['relu', 'tanh', 'maxout', 'prelu'] as const) {
      await engine.use('wasm')
      const here = inspected({ activation, seeds: [0, 1, 2] })
      await engine.use('cpu')
      const there = inspected({ activation, seeds: [0, 1, 2] })
      await engine.use('wasm')
      expect(here.loss).toHaveLength(3)
      expect(here.layers.map(({ units }) => units)).toEqual([8, 6, 4])
      const others = numbers(there)
      const far = numbers(here).filter((value, i) => {
        const [other, least] = [others[i]!, 1e-5 + 0.02 * Math.abs(others[i]!)]
        return !(Object.is(value, other) || Math.abs(value - other) < least)
      })
      expect(far).toEqual([])
    }
  })

  test('a seed’s numbers do not depend on the other seeds', () => {
    const inputs = (seeds: number) => {
      const one = random(3)
      const values = Array.from({ length: 180 }, () => one.normal())
      return Float32Array.from({ length: seeds * 180 }, (_, i) => values[i % 180]!)
    }
    const alone = inspected({ seeds: [1] }, inputs(1))
    const both = inspected({ seeds: [0, 1] }, inputs(2))
    expect(both.rateLimit[1]).toBeCloseTo(alone.rateLimit[0]!, 2)
    expect(both.layers[0]!.deltas[1]).toBeCloseTo(alone.layers[0]!.deltas[0]!, 6)
    expect(both.labelSignal[1]).toBeCloseTo(alone.labelSignal[0]!, 4)
  })

  test('the rate limit of a logistic regression is the one on paper', () => {
    // All weights 0, inputs (1, 0, 0), half of the labels 1: no gradient. With (1, 0, 0) for class 1 and 0 for class 0:
    // g = -1/4 by the first weight and 0 by the bias; H = 1/8 there. Limit 2 / (1/8).
    const x = Float32Array.from({ length: 60 * 3 }, (_, i) => (Math.floor(i / 3) % 2 && i % 3 === 0 ? 1 : 0))
    const { rateLimit, gradient, loss, chance, layers } = inspected(
      { hidden: [], outputs: 1, kernel: zeros(), seeds: [0] },
      x,
    )
    expect(loss[0]).toBeCloseTo(Math.LN2, 5)
    expect(chance[0]).toBeCloseTo(Math.LN2, 5)
    expect(gradient[0]).toBeCloseTo(0.25, 5)
    expect(rateLimit[0]! / 16).toBeCloseTo(1, 1)
    expect(layers[0]!.deltas[0]).toBeCloseTo(0.5, 5)
  })

  test('dead, flat and equal units are found; those at work are not', () => {
    const dead = inspected({ activation: 'relu', bias: -30 })
    expect(dead.layers.map(({ inactive }) => inactive[0])).toEqual([1, 1, 0])
    expect(dead.gradient[0]).toBeGreaterThan(0)
    expect(inspected({ activation: 'relu' }).layers[0]!.inactive[0]).toBe(0)
    expect(inspected({ activation: 'maxout' }).layers[0]!.inactive[0]).toBe(0)
    expect(inspected({ kernel: normal(20) }).layers[0]!.flat[0]).toBeGreaterThan(0.7)
    expect(inspected({ kernel: normal(0.1) }).layers[0]!.flat[0]).toBe(0)
    expect(inspected({ kernel: constant(0.3) }).layers[1]!.diversity[0]).toBeLessThan(1e-6)
    expect(inspected({ kernel: zeros() }).layers[1]!.diversity[0]).toBe(0)
    expect(inspected({}).layers[1]!.diversity[0]).toBeGreaterThan(0.5)
  })

  test('classes that differ give a signal, labels by number give about 1', () => {
    const r = random(5)
    const apart = Float32Array.from({ length: 2 * 180 }, (_, i) => r.normal() + (Math.floor(i / 3) % 4))
    expect(inspected({}, apart).labelSignal[0]).toBeGreaterThan(4)
    const signals = inspected({ seeds: [0, 1, 2, 3, 4, 5, 6, 7] }).labelSignal
    expect(signals.reduce((sum, one) => sum + one) / 8).toBeGreaterThan(0.5)
    expect(signals.reduce((sum, one) => sum + one) / 8).toBeLessThan(1.6)
  })

  test('missing inputs are counted, and NaN is NaN', () => {
    const x = new Float32Array(2 * 180).fill(0.5)
    x[0] = NaN
    const { missingInputs, loss, inputs } = inspected({}, x)
    expect(missingInputs[0]).toBeCloseTo(1 / 180, 6)
    expect(missingInputs[1]).toBe(0)
    expect(loss[0]).toBeNaN()
    expect(loss[1]).toBeGreaterThan(0)
    expect(inputs[1]).toBeCloseTo(0.5, 6)
  })
})
