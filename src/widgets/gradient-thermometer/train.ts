/**
 * One backward pass through an untrained network. Nothing learns: the clock is the layer that the gradient has
 * reached on its way from the last layer to the first.
 */
import { defineExperiment } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import type { VariantOf } from '../../lab/setup.ts'
import type { HistogramsView } from '../../lab/views.ts'
import { activation } from '../../nn/activations/catalogue.ts'
import { glorotNormal, heNormal, normal } from '../../nn/initializers.ts'
import type { Initializer } from '../../nn/initializers.ts'
import { rootMeanSquare } from '../../nn/metrics.ts'
import { random } from '../../nn/random.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { normalTensor, untrainedStack, type UntrainedStack } from '../../nn/untrainedStack.ts'
import setup, { inputs } from './config.ts'

export interface View {
  /** Activations of every layer, first to last. */
  activations: HistogramsView
  /** Number of the layer that the gradient has reached. */
  layer: number
}

const range = [-3, 3] as const

const arms: Record<VariantOf<typeof setup>, { name: 'sigmoid' | 'tanh' | 'relu'; kernel: Initializer }> = {
  sigmoid: { name: 'sigmoid', kernel: glorotNormal() },
  tanh: { name: 'tanh', kernel: glorotNormal() },
  tanhNormal: { name: 'tanh', kernel: normal(1) },
  relu: { name: 'relu', kernel: heNormal() },
}

export default defineExperiment({
  setup,
  async *train({ config: { depth, width, weightScale }, variant, seeds }) {
    const generators = seeds.map((seed) => random(seed))
    const stack = untrainedStack({
      depth,
      width,
      activation: activation(arms[variant].name),
      kernelInitializer: scaledInitializer(arms[variant].kernel, weightScale),
      generators,
    })
    const x = normalTensor(generators, 'data', inputs, width)
    const upstream = normalTensor(generators, 'upstream', inputs, width)
    // Plain numbers, read once: the rest of the run only shows them.
    let gradients: ReturnType<typeof backward>
    let activations: Float32Array[]
    try {
      gradients = backward(stack, x, upstream)
      activations = read(() => stack.trace(tf.slice(x, 0, 1), 0).map(({ a }) => a))
    } finally {
      stack.dispose()
      tf.dispose([x, upstream])
    }

    for (let step = 0; step < depth; step++) {
      const layer = depth - step
      yield {
        step,
        epoch: layer,
        measure: async () => ({ ...gradients[layer - 1]! }),
        view: async (): Promise<View> => ({
          activations: {
            range,
            layers: activations.map((values, i) => histogram(`layer ${i + 1}`, values, range)),
          },
          layer,
        }),
      }
    }
  },
})

/**
 * Gradients of the loss L = the mean over inputs of g . h, where h is the last layer's activation and the direction g
 * is `upstream`, N(0, 1) for each input and unit: what arrives from above is of size 1, whatever the activation.
 * @returns layer by layer the root mean squares of dL/dW and of delta, the gradient of one input's g . h by the
 * pre-activations; one number per seed.
 */
function backward(stack: UntrainedStack, x: tf.Tensor, upstream: tf.Tensor) {
  const { layers } = stack
  const measured = read(() => {
    const offsets = layers.map(() => tf.zerosLike(upstream))
    const loss = () =>
      tf.div(tf.sum(tf.mul(upstream, stack.trace(x, undefined, offsets).at(-1)!.a), [1, 2]), inputs)
    const sources = [...layers.map(({ kernel }) => kernel), ...offsets]
    const { grads } = tf.engine().gradients(loss, sources)
    return grads.map((gradient, i) => rootMeanSquare(i < layers.length ? gradient : tf.mul(gradient, inputs)))
  })
  return layers.map((_, i) => ({ weightGradient: measured[i]!, delta: measured[layers.length + i]! }))
}
