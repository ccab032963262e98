/** The fully connected layer, for several seeds at once. */
import type { Activation } from '../activations/activation.ts'
import type { Initializer } from '../initializers.ts'
import type { Random } from '../random.ts'
import * as tf from '../tf.ts'
import type { Normalization, NormalizationName, Statistics } from './normalization/normalization.ts'
import { replicaOf } from './normalization/scaleAndShift.ts'

export interface DenseOptions {
  inputs: number
  units: number
  activation: Activation
  kernelInitializer: Initializer
  /** Not where activations are normalized: their bias is beta, from 0. */
  biasInitializer: Initializer
  /** Between the products with the kernel and the activation. */
  normalization?: Normalization | undefined
  /** One generator per seed, for this layer alone. */
  randoms: readonly Random[]
}

/**
 * What happened in a layer: pre-activations `[seeds, batch, pieces * units]`, which is what enters the activation, after
 * normalization; activations `[seeds, batch, units]`.
 */
export interface LayerTrace {
  z: tf.Tensor
  a: tf.Tensor
}

export interface TraceMode {
  /** Batch normalization: the batch's own mean and variance, instead of the running ones. */
  training?: boolean | undefined
  /** With `training`: move the running mean and variance, too. */
  remember?: boolean | undefined
  /** Other values to compute with, in the shapes of the layer's own. */
  weights?: { kernel: tf.Tensor; bias: tf.Tensor }
}

export interface Dense {
  readonly units: number
  readonly activation: Activation
  /** `[seeds, inputs, pieces * units]`; with weight normalization its v, which only gives directions. */
  readonly kernel: tf.Variable
  /** `[seeds, 1, pieces * units]`; where activations are normalized it is their beta, added after that. */
  readonly bias: tf.Variable
  readonly normalization?: NormalizationName
  /** The scale of normalized activations, `[seeds, 1, pieces * units]`. */
  readonly gamma?: tf.Variable
  /** The g of normalized weights, `[seeds, 1, pieces * units]`. */
  readonly gain?: tf.Variable
  /** Running mean and variance of batch normalization. They do not learn, so they are not among `params`. */
  readonly statistics?: Statistics
  /** What the activation learns, each `[seeds, 1, units]`. */
  readonly activationParams: readonly tf.Variable[]
  /** All that is learned: kernel, bias, gamma or gain, then what the activation learns. */
  readonly params: readonly tf.Variable[]
  /**
   * @param x `[seeds, batch, inputs]`, or `[1, batch, inputs]`, which all seeds share.
   * @param replica position of the only seed to compute; the result's first axis then has length 1.
   * @param offset added to the pre-activations, after normalization; its gradient is theirs. May broadcast, as
   * `[seeds, 1, pieces * units]`.
   */
  trace(x: tf.Tensor, replica?: number, offset?: tf.Tensor, mode?: TraceMode): LayerTrace
}

/**
 * a = activation(x kernel + bias), or a = activation(gamma normalized(x kernel) + bias): a bias before normalization is
 * left out, because batch normalization would take it away again and layer normalization is defined without. Each seed
 * has its own weights, which depend on nothing but its generator and the layer's shape. Piece 0 of a maxout layer
 * starts as the layer that every other activation has.
 */
export function dense(options: DenseOptions): Dense {
  const { inputs, units, activation, kernelInitializer, biasInitializer, normalization, randoms } = options
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
  const normalizer = normalization?.of === 'activations' ? normalization.build(seeds, pieces * units) : null
  const weights = normalization?.of === 'kernel' ? normalization.build(kernel) : null
  const bias = normalizer?.beta ?? draw(1, biasInitializer, 'bias')
  const activationParams = tf.tidy(() => activation.init?.(seeds, units) ?? [])

  const trace = (x: tf.Tensor, replica?: number, offset?: tf.Tensor, mode: TraceMode = {}): LayerTrace => {
    const of = (param: tf.Tensor) => replicaOf(param, replica)
    const own = mode.weights ?? { kernel, bias }
    const used = weights ? weights.kernel(of(own.kernel), replica) : of(own.kernel)
    const products = tf.matMul(x, used)
    const affine = normalizer
      ? normalizer.apply(products, { ...mode, replica, beta: of(own.bias) })
      : tf.add(products, of(own.bias))
    const z = offset ? tf.add(affine, offset) : affine
    return { z, a: activation.apply(z, activationParams.map(of)) }
  }
  const learned = [normalizer?.gamma ?? weights?.gain ?? []].flat()
  return {
    units,
    activation,
    kernel,
    bias,
    ...(normalization && { normalization: normalization.name }),
    ...(normalizer && { gamma: normalizer.gamma }),
    ...(normalizer?.statistics && { statistics: normalizer.statistics }),
    ...(weights && { gain: weights.gain }),
    activationParams,
    params: [kernel, bias, ...learned, ...activationParams],
    trace,
  }
}
