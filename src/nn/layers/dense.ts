/** The fully connected layer, for several seeds at once. */
import type { Activation } from '../activations/activation.ts'
import type { Initializer } from '../initializers.ts'
import type { Random } from '../random.ts'
import * as tf from '../tf.ts'

export interface DenseOptions {
  inputs: number
  units: number
  activation: Activation
  kernelInitializer: Initializer
  biasInitializer: Initializer
  /** One generator per seed, for this layer alone. */
  randoms: readonly Random[]
}

/** What happened in a layer: pre-activations `[seeds, batch, pieces * units]`, activations `[seeds, batch, units]`. */
export interface LayerTrace {
  z: tf.Tensor
  a: tf.Tensor
}

export interface Dense {
  readonly units: number
  readonly activation: Activation
  /** `[seeds, inputs, pieces * units]`. */
  readonly kernel: tf.Variable
  /** `[seeds, 1, pieces * units]`. */
  readonly bias: tf.Variable
  /** What the activation learns, each `[seeds, 1, units]`. */
  readonly activationParams: readonly tf.Variable[]
  /** All of the above, in this order. */
  readonly params: readonly tf.Variable[]
  /**
   * @param x `[seeds, batch, inputs]`, or `[1, batch, inputs]`, which all seeds share.
   * @param replica position of the only seed to compute; the result's first axis then has length 1.
   * @param offset added to the pre-activations; its gradient is theirs.
   */
  trace(x: tf.Tensor, replica?: number, offset?: tf.Tensor): LayerTrace
}

/**
 * a = activation(x kernel + bias), each seed with its own weights, which depend on nothing but its generator and
 * the layer's shape. Piece 0 of a maxout layer starts as the layer that every other activation has.
 */
export function dense(options: DenseOptions): Dense {
  const { inputs, units, activation, kernelInitializer, biasInitializer, randoms } = options
  const seeds = randoms.length
  const { pieces } = activation
  /** `rows` rows of pieces * units numbers for each seed, piece by piece. */
  const draw = (rows: number, initializer: Initializer, purpose: string) => {
    const values = new Float32Array(seeds * rows * pieces * units)
    randoms.forEach((random, seed) => {
      for (let piece = 0; piece < pieces; piece++) {
        const part = initializer.draw(random.split(`${purpose} ${piece}`), rows * units, inputs, units)
        for (let row = 0; row < rows; row++) {
          const start = ((seed * rows + row) * pieces + piece) * units
          values.set(part.subarray(row * units, (row + 1) * units), start)
        }
      }
    })
    return tf.tidy(() => tf.variable(tf.tensor3d(values, [seeds, rows, pieces * units])))
  }
  const kernel = draw(inputs, kernelInitializer, 'kernel')
  const bias = draw(1, biasInitializer, 'bias')
  const activationParams = tf.tidy(() => activation.init?.(seeds, units) ?? [])

  const trace = (x: tf.Tensor, replica?: number, offset?: tf.Tensor): LayerTrace => {
    const of = (param: tf.Tensor) =>
      replica === undefined ? param : tf.slice(param, [replica, 0, 0], [1, -1, -1])
    const affine = tf.add(tf.matMul(x, of(kernel)), of(bias))
    const z = offset ? tf.add(affine, offset) : affine
    return { z, a: activation.apply(z, activationParams.map(of)) }
  }
  return {
    units,
    activation,
    kernel,
    bias,
    activationParams,
    params: [kernel, bias, ...activationParams],
    trace,
  }
}
