/** Every normalization and its gradients; what batch normalization remembers, and what it does with it. */
import { describe, expect, test } from 'vitest'
import { batchNormalization } from '../../../src/nn/layers/normalization/batchNormalization.ts'
import { groupNormalization } from '../../../src/nn/layers/normalization/groupNormalization.ts'
import { instanceNormalization } from '../../../src/nn/layers/normalization/instanceNormalization.ts'
import { layerNormalization } from '../../../src/nn/layers/normalization/layerNormalization.ts'
import { rmsNormalization } from '../../../src/nn/layers/normalization/rmsNormalization.ts'
import { weightNormalization } from '../../../src/nn/layers/normalization/weightNormalization.ts'
import * as tf from '../../../src/nn/tf.ts'
import {
  assign,
  differentiated,
  expectGradients,
  expectLike,
  fixture,
  named,
  tensorOf,
  type Stored,
  type StoredByName,
} from '../fixture.ts'
import { bothWays } from '../ways.ts'

const layers = {
  batchNormalization,
  layerNormalization,
  instanceNormalization,
  rmsNormalization,
  groupNormalization: ({ groups = 1, ...options }: Options) => groupNormalization({ groups, ...options }),
}

interface Options {
  epsilon?: number
  momentum?: number
  groups?: number
}
interface Case {
  name: string
  layer: keyof typeof layers
  options: Options
  x: Stored
  gamma: Stored
  beta: Stored
  dy: Stored
  y: Stored
  gradients: StoredByName
}
interface BatchCase extends Case {
  mean: Stored
  variance: Stored
  /** What comes out with the running mean and variance. */
  inference: Stored
}
interface WeightCase {
  name: string
  x: Stored
  kernel: Stored
  gain: Stored
  dy: Stored
  y: Stored
  gradients: StoredByName
}

const stored = fixture('normalization') as {
  activations: Case[]
  batches: BatchCase[]
  weights: WeightCase[]
}

/** The layer of a case, computed once with its gradients, and remembered. */
function computed({ layer, options, x, gamma, beta, dy, y, gradients }: Case) {
  const [seeds, channels] = [x.shape[0]!, x.shape.at(-1)!]
  const built = layers[layer](options).build(seeds, channels)
  assign(built.gamma, gamma)
  assign(built.beta, beta)
  const input = tensorOf(x)
  const mode = { training: true, remember: true }
  const by = { x: input, gamma: built.gamma, beta: built.beta }
  const found = differentiated(() => built.apply(input, mode), by, dy)
  expectLike('forward', 'normalized', found.value, y.values)
  expectGradients(found.gradients, gradients)
  const dispose = () => tf.dispose([input, built.gamma, built.beta, { ...built.statistics }])
  return { built, input, dispose }
}

export function normalizationSuite(): void {
  bothWays(() => {
    test.each(named(stored.activations))('%s', (_name, each) => {
      expect.hasAssertions()
      computed(each).dispose()
    })

    describe('over the batch', () => {
      test.each(named(stored.batches))('%s', (_name, each) => {
        expect.hasAssertions()
        const { built, input, dispose } = computed(each)
        const { mean, variance } = built.statistics!
        expectLike('forward', 'running mean', mean.dataSync(), each.mean.values)
        expectLike('forward', 'running variance', variance.dataSync(), each.variance.values)
        const used = tf.tidy(() => built.apply(input, {}).dataSync())
        expectLike('forward', 'with running mean and variance', used, each.inference.values)
        dispose()
      })
    })

    test.each(named(stored.weights))('%s', (_name, { x, kernel, gain, dy, y, gradients }) => {
      expect.hasAssertions()
      const v = tf.tidy(() => tf.variable(tensorOf(kernel)))
      const built = weightNormalization().build(v)
      assign(built.gain, gain)
      const input = tensorOf(x)
      const by = { x: input, kernel: v, gain: built.gain }
      const found = differentiated(() => tf.matMul(input, built.kernel(v)), by, dy)
      expectLike('forward', 'products', found.value, y.values)
      expectGradients(found.gradients, gradients)
      tf.dispose([v, built.gain, input])
    })
  })
}
