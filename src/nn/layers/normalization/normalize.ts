/** Standardising with scale and shift as one op, its gradient derived by hand: what all normalizations are made of. */
import { heapOf } from '../../simd/heap.ts'
import * as tf from '../../tf.ts'

/**
 * The tensor's numbers, in their order, as `[outer, rows, groups, width]`: each (outer, group) has its own mean and
 * variance, over rows and width. Scale and shift are a row of groups * width numbers for each seed.
 */
export interface NormalizeOptions {
  outer: number
  rows: number
  groups: number
  width: number
  /** Added to the variance. */
  epsilon: number
  /** False: nothing is subtracted, and the mean square takes the place of the variance (RMS). */
  center: boolean
}

export interface Moments {
  /** `[outer, groups]`; 0 without `center`. */
  mean: tf.Tensor
  /** `[outer, groups]`: squares divided by their number (biased). */
  variance: tf.Tensor
}

/**
 * y = gamma h + beta with h = (x - mean) / sigma, sigma = sqrt(variance + epsilon). With g = dy gamma,
 * dx = (g - mean(g) - h mean(g h)) / sigma, which is the chain of Ioffe and Szegedy 2015, section 3, multiplied out;
 * without `center` mean(g) is not there. dgamma and dbeta are the sums of dy h and of dy.
 * @param x float32. @param gamma,beta `[seeds, 1, groups * width]`.
 * @param seen is handed the moments; they are freed after it.
 * @returns y, in the shape of x. NaN and infinity make their own group NaN, and no other.
 */
export function normalize(
  x: tf.Tensor,
  gamma: tf.Tensor,
  beta: tf.Tensor,
  options: NormalizeOptions,
  seen?: (moments: Moments) => void,
): tf.Tensor {
  const op = tf.customGrad((...args) => {
    const [values, scale, shift] = args as tf.Tensor[]
    const save = args.at(-1) as (tensors: tf.Tensor[]) => void
    const { y, mean, variance } = fast()
      ? runForward(values!, scale!, shift!, options)
      : forward(values!, scale!, shift!, options)
    seen?.({ mean, variance })
    save([values!, scale!, mean, variance])
    const gradFunc = (dy: tf.Tensor, [of, by, center, spread]: tf.Tensor[]) =>
      // A gradient of this gradient can be taken of the ops alone.
      fast() && !tf.engine().isTapeOn()
        ? runBackward({ dy, x: of!, gamma: by!, mean: center!, variance: spread! }, options)
        : backward(dy, of!, by!, options)
    return { value: y, gradFunc }
  })
  return op(x, gamma, beta)
}

/** Whether there are kernels for it (../../simd/normalize.ts). */
const fast = () => heapOf(tf.backend()) !== null

const run = (name: string, inputs: Record<string, tf.Tensor>, options: NormalizeOptions) =>
  tf.engine().runKernel(name, inputs, { ...options }) as unknown as [tf.Tensor, tf.Tensor, tf.Tensor]

function runForward(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, options: NormalizeOptions) {
  const [y, mean, variance] = run('Normalize', { x, gamma, beta }, options)
  return { y, mean, variance }
}
const runBackward = (inputs: Record<string, tf.Tensor>, options: NormalizeOptions) =>
  run('NormalizeGradient', inputs, options)

/** Everything as `[seeds, outers of a seed, rows, groups, width]`. */
function standardised(x: tf.Tensor, seeds: number, options: NormalizeOptions) {
  const { outer, rows, groups, width, epsilon, center } = options
  const values = tf.reshape(x, [seeds, outer / seeds, rows, groups, width])
  const mean = center ? tf.mean(values, [2, 4], true) : tf.zeros([seeds, outer / seeds, 1, groups, 1])
  const centred = center ? tf.sub(values, mean) : values
  const variance = tf.mean(tf.square(centred), [2, 4], true)
  const inverse = tf.div(1, tf.sqrt(tf.add(variance, epsilon)))
  return { h: tf.mul(centred, inverse), inverse, mean, variance }
}

const rowOf = (row: tf.Tensor, { groups, width }: NormalizeOptions) =>
  tf.reshape(row, [row.shape[0], 1, 1, groups, width])

function forward(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, options: NormalizeOptions) {
  const { h, mean, variance } = standardised(x, gamma.shape[0], options)
  const y = tf.add(tf.mul(h, rowOf(gamma, options)), rowOf(beta, options))
  const each = [options.outer, options.groups]
  return {
    y: tf.reshape(y, x.shape),
    mean: tf.reshape(mean, each),
    variance: tf.reshape(variance, each),
  }
}

function backward(dy: tf.Tensor, x: tf.Tensor, gamma: tf.Tensor, options: NormalizeOptions): tf.Tensor[] {
  const { h, inverse } = standardised(x, gamma.shape[0], options)
  const d = tf.reshape(dy, h.shape)
  const g = tf.mul(d, rowOf(gamma, options))
  const share = tf.mul(h, tf.mean(tf.mul(g, h), [2, 4], true))
  const rest = options.center ? tf.sub(g, tf.mean(g, [2, 4], true)) : g
  const total = (values: tf.Tensor) => tf.reshape(tf.sum(values, [1, 2]), gamma.shape)
  return [tf.reshape(tf.mul(inverse, tf.sub(rest, share)), x.shape), total(tf.mul(d, h)), total(d)]
}
