/**
 * Stochastic pooling (Zeiler and Fergus 2013). In training each window hands on one of its activations, drawn with the
 * probability p_i = a_i / (a_1 + ... + a_n). When the network is used it hands on what that is on average, the sum of
 * the p_i a_i. There is no hyperparameter beside the window.
 *
 * Activations are 0 or more, as a ReLU leaves them; one below 0 counts as 0. A window of zeros gives 0, and no gradient.
 */
import { drawFromWindows, gradientToDrawn } from '../kernels/stochasticPool.ts'
import type { Random } from '../random.ts'
import * as tf from '../tf.ts'
import { outputSize } from '../windows.ts'

/** Square windows that lie wholly within the map ("valid"). */
export interface PoolWindow {
  /** Height and width in pixels. */
  size: number
  /** From one window to the next, in pixels. */
  stride: number
}

/** `[batch, rows, columns, channels]` of a pooled map. @throws where no window fits. */
export function pooledShape(
  [batch, height, width, channels]: readonly [number, number, number, number],
  { size, stride }: PoolWindow,
): [number, number, number, number] {
  if (size > Math.min(height, width))
    throw new Error(
      `pooling: expected a map at least as large as its window of ${size}x${size}, got ${height}x${width}; ` +
        'choose a smaller window',
    )
  const along = (length: number) =>
    outputSize({ size: length, kernel: size, stride }, { before: 0, after: 0 })
  return [batch, along(height), along(width), channels]
}

/**
 * One number from the uniform distribution on [0, 1) for each output.
 * @param draw the generator of one seed, layer and update, for nothing else. @param count numbers of the pooled map,
 * all images of the batch together. @returns 24 bits each, so that none is rounded to 1.
 */
export function poolDraws(draw: Random, count: number): Float32Array {
  const draws = new Float32Array(count)
  for (let i = 0; i < count; i++) draws[i] = Math.floor(draw.uniform() * 2 ** 24) / 2 ** 24
  return draws
}

/**
 * What stochastic pooling hands on in training. The gradient of each output goes to the activation that was drawn.
 * @param x `[batch, height, width, channels]`, float32. @param draws from `poolDraws`, one for each output.
 * @returns `pooledShape` of x.
 */
export function stochasticPool(x: tf.Tensor4D, window: PoolWindow, draws: Float32Array): tf.Tensor4D {
  const shape = pooledShape(x.shape, window)
  const expected = tf.util.sizeFromShape(shape)
  if (draws.length !== expected)
    throw new Error(
      `stochasticPool: expected ${expected} draws for [${shape.join(', ')}], got ${draws.length}`,
    )
  const attributes = { filterSize: window.size, strides: window.stride, pad: 'valid' } as const
  const op = tf.customGrad((...args) => {
    const [values, save] = args as unknown as [tf.Tensor4D, (tensors: tf.Tensor[]) => void]
    const inputShape = values.shape
    const [value, place] = drawFromWindows(values, tf.tensor4d(draws, shape), attributes)
    save([place])
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) =>
      gradientToDrawn(dy, saved[0]!, { ...attributes, inputShape })
    return { value, gradFunc }
  })
  return op(x) as tf.Tensor4D
}

/**
 * What stochastic pooling hands on when the network is used: the sum of a_i^2 by the sum of a_i, which is no less than
 * the window's average and no more than its maximum. Its derivative is (2 a_i - y) / (a_1 + ... + a_n).
 * @param x `[batch, height, width, channels]`, float32. @returns `pooledShape` of x.
 */
export function stochasticPoolMean(x: tf.Tensor4D, { size, stride }: PoolWindow): tf.Tensor4D {
  pooledShape(x.shape, { size, stride })
  const values = tf.relu(x)
  const average = tf.avgPool(values, size, stride, 'valid')
  // 1 where all are 0: then 0 / 1, with the derivative 0. (The step has the derivative 0 everywhere.)
  const divisor = tf.add(average, tf.sub(1, tf.step(average)))
  return tf.div(tf.avgPool(tf.square(values), size, stride, 'valid'), divisor)
}
