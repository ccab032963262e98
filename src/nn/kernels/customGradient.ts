/** tfjs's `customGrad` with honest types. */
import * as tf from '../tf.ts'

/**
 * A function of one tensor whose derivative is written by hand, so that a training step costs few kernels.
 * @param forward y from x.
 * @param backward the gradient of the loss by x, from its gradient by y (`dy`), x, y and the constants.
 * @param constants tensors that `backward` needs. It must not take them from its closure: by the time it runs, tfjs
 * has freed everything of the forward pass that was not saved.
 */
export const customGradient = (
  forward: (x: tf.Tensor) => tf.Tensor,
  backward: (dy: tf.Tensor, x: tf.Tensor, y: tf.Tensor, ...constants: tf.Tensor[]) => tf.Tensor,
  constants: readonly tf.Tensor[] = [],
): ((x: tf.Tensor) => tf.Tensor) =>
  tf.customGrad((x, save) => {
    const input = x as tf.Tensor
    const value = forward(input)
    ;(save as (tensors: tf.Tensor[]) => void)([input, value, ...constants])
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [savedX, savedY, ...rest] = saved
        return backward(dy, savedX!, savedY!, ...rest)
      },
    }
  })
