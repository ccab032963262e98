/** Square dense layers on top of each other, as they are before training: for figures that follow a signal through them. */
import type { Activation } from './activations/activation.ts'
import { zeros, type Initializer } from './initializers.ts'
import { dense, type Dense, type LayerTrace } from './layers/dense.ts'
import type { Random } from './random.ts'
import * as tf from './tf.ts'

export interface UntrainedStackOptions {
  /** Number of layers. */
  depth: number
  /** Inputs and units of every layer. */
  width: number
  /** Of all layers, the last one too. */
  activation: Activation
  kernelInitializer: Initializer
  /** One generator per seed; a layer's weights depend on it, on the layer's place and on the width alone. */
  generators: readonly Random[]
}

export interface UntrainedStack {
  /** First to last. Biases are 0. */
  readonly layers: readonly Dense[]
  /**
   * @param x `[seeds, batch, width]`, or with 1 for seeds.
   * @param replica position of the only seed to compute.
   * @param offsets added to the pre-activations, one per layer; their gradients are theirs.
   * @returns pre-activations and activations layer by layer, `[seeds, batch, width]`; the caller disposes them.
   */
  trace(x: tf.Tensor, replica?: number, offsets?: readonly tf.Tensor[]): LayerTrace[]
  dispose(): void
}

export function untrainedStack(options: UntrainedStackOptions): UntrainedStack {
  const { depth, width, activation, kernelInitializer, generators } = options
  const layers = Array.from({ length: depth }, (_, i) =>
    dense({
      inputs: width,
      units: width,
      activation,
      kernelInitializer,
      biasInitializer: zeros(),
      randoms: generators.map((r) => r.split('weights').split(`layer ${i}`)),
    }),
  )
  return {
    layers,
    trace: (x, replica, offsets) => {
      let input = x
      return layers.map((layer, i) => {
        const traced = layer.trace(input, replica, offsets?.[i])
        input = traced.a
        return traced
      })
    },
    dispose: () => tf.dispose(layers.flatMap(({ params }) => [...params])),
  }
}

/** Numbers from N(0, 1), `[generators, rows, columns]`: one slice per generator, from its own `purpose`. */
export const normalTensor = (
  generators: readonly Random[],
  purpose: string,
  rows: number,
  columns: number,
): tf.Tensor3D => {
  const values = generators.map((generator) => {
    const r = generator.split(purpose)
    return Array.from({ length: rows * columns }, () => r.normal())
  })
  return tf.tensor3d(values.flat(), [generators.length, rows, columns])
}
