/**
 * What happens on the way up through untrained layers: the chapter speaks of it beside its figures, and no figure
 * draws it. Ten layers of 100 units on 100 inputs from N(0, 1), the networks of the gradient thermometer.
 */
import { beforeAll, expect, it } from 'vitest'
import {
  fifthLayer,
  measureLayers,
  saturated,
  seeds,
  type Layer,
} from '../../src/cli/trials/untrained-layers.ts'
import { firstRows } from '../../src/nn/datasets/batches.ts'
import { digits } from '../../src/nn/datasets/digits.ts'
import { engine } from '../../src/nn/engine.ts'
import { glorotNormal, normal } from '../../src/nn/initializers.ts'
import { mlp } from '../../src/nn/layers/mlp.ts'
import { rootMeanSquare } from '../../src/nn/metrics.ts'
import { random } from '../../src/nn/random.ts'
import { batchTensors, read } from '../../src/nn/tensors.ts'
import * as tf from '../../src/nn/tf.ts'
import { backend } from './backend.ts'
import { verdict } from './verdict.ts'

beforeAll(() => engine.use(backend))

const size = ({ a }: Layer) => rootMeanSquare(a)

it('layer 5, He weights: Leaky ReLU is closer to zero by a hundredth, ELU by more, neither is there', () => {
  const [relu, leaky, elu] = [fifthLayer('relu'), fifthLayer('leakyRelu'), fifthLayer('elu')]
  expect(
    verdict({
      what: 'mean activation of layer 5, Leaky ReLU / ReLU',
      values: leaky.map((value, seed) => value / relu[seed]!),
      holds: (ratio) => ratio > 0.975 && ratio < 1,
      expected: 'between 0.975 and 1',
    }),
  ).toBe('holds')
  expect(
    verdict({
      what: 'mean activation of layer 5, ELU / ReLU',
      values: elu.map((value, seed) => value / relu[seed]!),
      // Forty seeds: 0.79 ± 0.08. Half of the effect is left, and far from zero.
      holds: (ratio) => ratio > 0.4 && ratio < 0.9,
      expected: 'between 0.4 and 0.9',
      atLeast: 4,
    }),
  ).toBe('holds')
})

it('tanh with N(0, 1) weights: nearly all units saturate, about one in seven does not', () => {
  const open = saturated(({ z }) => tf.mean(tf.cast(tf.less(tf.abs(z), 1.8), 'float32'), [1, 2]))
  expect(
    verdict({
      what: 'units with a sum between -1.8 and 1.8',
      values: open,
      holds: (share) => share > 1 / 8 && share < 1 / 6,
      expected: 'between 1/8 and 1/6',
    }),
  ).toBe('holds')
})

it('sigmoid: the inputs of layer 1 are twice as large as those of layer 10', () => {
  expect(
    verdict({
      what: 'size of the inputs, layer 1 / layer 10, sigmoid',
      // Layer 10 has the activations of layer 9; those of layer 1 are from N(0, 1).
      values: measureLayers('sigmoid', glorotNormal(), size)[8]!.map((value) => 1 / value),
      holds: (ratio) => ratio > 1.7 && ratio < 2.3,
      expected: 'between 1.7 and 2.3',
    }),
  ).toBe('holds')
})

it('tanh with Xavier weights: the input of a layer shrinks on the way up', () => {
  const sizes = measureLayers('tanh', glorotNormal(), size)
  sizes
    .slice(1)
    .forEach((layer, i) => layer.forEach((value, seed) => expect(value).toBeLessThan(sizes[i]![seed]!)))
  expect(
    verdict({
      what: 'size of the activations of layer 10, tanh + Xavier',
      values: sizes.at(-1)!,
      holds: (value) => value < 0.5,
      expected: 'below 0.5',
    }),
  ).toBe('holds')
})

it('tiny weights: each layer of tanh makes the activations ten times smaller', () => {
  const sizes = measureLayers('tanh', normal(0.01), size)
  sizes.slice(1).forEach((layer, i) =>
    layer.forEach((value, seed) => {
      const ratio = sizes[i]![seed]! / value
      expect(ratio).toBeGreaterThan(9)
      expect(ratio).toBeLessThan(11)
    }),
  )
})

it('six sigmoid layers at the start: each shrinks the difference between two images to about a quarter', () => {
  const model = mlp({
    inputs: 144,
    hidden: Array<number>(6).fill(32),
    outputs: 10,
    activation: 'sigmoid',
    kernelInitializer: glorotNormal(),
    seeds,
  })
  const sets = seeds.map(
    (seed) => digits(random(seed).split('data'), { train: 2000, test: 500, size: 12 }).test,
  )
  const { x, y } = batchTensors(firstRows(sets))
  // The size of the difference between two images is that between an image and the mean image, times √2.
  const differences = read(() =>
    [
      x,
      ...model
        .trace(x)
        .slice(0, 6)
        .map(({ a }) => a),
    ].map((a) => rootMeanSquare(tf.sub(a, tf.mean(a, 1, true)))),
  )
  model.dispose()
  tf.dispose([x, y])
  const last = differences.at(-1)!
  differences.slice(1).forEach((layer, i) =>
    expect(
      verdict({
        what: `difference between two images, layer ${i + 1} / the one below`,
        values: seeds.map((seed) => layer[seed]! / differences[i]![seed]!),
        holds: (ratio) => ratio > 0.15 && ratio < 0.35,
        expected: 'between 0.15 and 0.35',
      }),
    ).toBe('holds'),
  )
  expect(
    verdict({
      what: 'difference between two images, layer 6 / input',
      values: seeds.map((seed) => last[seed]! / differences[0]![seed]!),
      holds: (ratio) => ratio > 0.25 ** 6 / 3 && ratio < 0.25 ** 6 * 3,
      expected: 'within three times of 0.25^6',
    }),
  ).toBe('holds')
})
