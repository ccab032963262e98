/** tfjs's `customGrad` with honest types. */
import * as tf from '../tf.ts'

/**
 * A function whose derivative is written by hand, so that a training step costs few kernels.
 * @param forward y from the inputs.
 * @param backward the gradients of the loss by each input, from its gradient by y (`dy`), the inputs, y and the
 * constants.
 * @param constants tensors that `backward` needs. It must not take them from its closure: by the time it runs, tfjs
 * has freed everything of the forward pass that was not saved.
 */
export function customGradient<Inputs extends tf.Tensor[], Constants extends tf.Tensor[] = []>(
  forward: (...inputs: Inputs) => tf.Tensor,
  backward: (dy: tf.Tensor, inputs: Inputs, y: tf.Tensor, constants: Constants) => tf.Tensor[],
  ...[constants]: Constants extends [] ? [] : [constants: Constants]
): (...inputs: Inputs) => tf.Tensor {
  const derived = tf.customGrad((...args) => {
    const save = args.at(-1) as (tensors: tf.Tensor[]) => void
    const inputs = args.slice(0, -1) as Inputs
    const value = forward(...inputs)
    save([value, ...inputs, ...(constants ?? [])])
    const gradFunc = (dy: tf.Tensor, [y, ...saved]: tf.Tensor[]) =>
      backward(dy, saved.slice(0, inputs.length) as Inputs, y!, saved.slice(inputs.length) as Constants)
    return { value, gradFunc }
  })
  return (...inputs) => derived(...inputs)
}
