/** A multilayer perceptron for several seeds at once: the network of most figures. */
import type { Activation } from '../activations/activation.ts'
import { activation as byName } from '../activations/catalogue.ts'
import { linear } from '../activations/linear.ts'
import type { ActivationName } from '../activations/scalar.ts'
import { glorotUniform, zeros, type Initializer } from '../initializers.ts'
import { random as seeded, type Random } from '../random.ts'
import { denseStackApply } from '../simd/denseStack.ts'
import * as tf from '../tf.ts'
import { dense, type Dense, type LayerTrace } from './dense.ts'
import type { ApplyOptions, Network } from './network.ts'
import type { Normalization } from './normalization/normalization.ts'

export interface MlpOptions {
  /** Number of features. */
  inputs: number
  /** Units of each hidden layer; empty for a linear model. */
  hidden: readonly number[]
  /** Number of logits: 1 for two classes with a sigmoid, otherwise one per class. */
  outputs: number
  /** Of all hidden layers. The last layer is linear: its outputs are logits. */
  activation: Activation | ActivationName
  /** Of all layers; glorotUniform by default. */
  kernelInitializer?: Initializer
  /** zeros by default. */
  biasInitializer?: Initializer
  /** Of all hidden layers, between their products with the kernel and the activation. None by default. */
  normalization?: Normalization | undefined
  seeds: readonly number[]
  /** The generator of one seed's weights; `random(seed).split('weights')` by default. */
  random?: (seed: number) => Random
}

/** Its parameters come layer by layer. */
export interface Mlp extends Network {
  readonly kind: 'mlp'
  /** Hidden layers, then the output layer. */
  readonly layers: readonly Dense[]
  /** Pre-activations and activations of each layer, after its mask; the last layer's are the logits, both times. */
  trace(x: tf.Tensor, options?: ApplyOptions): LayerTrace[]
}

export const isMlp = (network: Network): network is Mlp => network.kind === 'mlp'

/**
 * Builds the networks of all seeds. A seed's starting weights depend on the seed, the place of the layer and its
 * shape alone, not on the other seeds and not on the activation.
 */
export function mlp(options: MlpOptions): Mlp {
  const { inputs, hidden, outputs, seeds } = options
  const { random = (seed: number) => seeded(seed).split('weights') } = options
  const activation = typeof options.activation === 'string' ? byName(options.activation) : options.activation
  const generators = seeds.map(random)
  const sizes = [inputs, ...hidden, outputs]
  const layers = sizes.slice(1).map((units, index) =>
    dense({
      inputs: sizes[index]!,
      units,
      activation: index < hidden.length ? activation : linear(),
      kernelInitializer: options.kernelInitializer ?? glorotUniform(),
      biasInitializer: options.biasInitializer ?? zeros(),
      normalization: index < hidden.length ? options.normalization : undefined,
      randoms: generators.map((generator) => generator.split(`layer ${index}`)),
    }),
  )
  const params = layers.flatMap((layer) => layer.params)
  const statistics = layers.flatMap((layer) =>
    layer.statistics ? [layer.statistics.mean, layer.statistics.variance] : [],
  )

  const trace = (x: tf.Tensor, { replica, offsets, masks, ...mode }: ApplyOptions = {}): LayerTrace[] => {
    let input = x
    return layers.map((layer, index) => {
      const { z, a } = layer.trace(input, replica, offsets?.[index], mode)
      const mask = masks?.[index]
      input = mask ? tf.mul(a, mask) : a
      return { z, a: input }
    })
  }
  return {
    kind: 'mlp',
    layers,
    params,
    statistics,
    apply: (x, applyOptions = {}) =>
      (applyOptions.offsets || applyOptions.masks
        ? null
        : denseStackApply({ layers, params }, x, applyOptions.replica)) ??
      tf.tidy(() => trace(x, applyOptions).at(-1)!.a),
    trace,
    dispose: () => tf.dispose([...params, ...statistics]),
  }
}
