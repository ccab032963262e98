/** tfjs's `customGrad` with honest types. */
import * as tf from '../tf.ts'

/**
 * A function of one tensor whose derivative is written by hand, so that a training step costs few kernels.
 * @param forward y from x.
 * @param backward the gradient of the loss by x, from its gradient by y (`dy`), x and y.
 */
export const customGradient = (
  forward: (x: tf.Tensor) => tf.Tensor,
  backward: (dy: tf.Tensor, x: tf.Tensor, y: tf.Tensor) => tf.Tensor,
): ((x: tf.Tensor) => tf.Tensor) =>
  tf.customGrad((x, save) => {
    const input = x as tf.Tensor
    const value = forward(input)
    ;(save as (tensors: tf.Tensor[]) => void)([input, value])
    return { value, gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy, saved[0]!, saved[1]!) }
  })
