/** ELU and e^x - 1 on webgl, where tfjs's shaders turn NaN into infinity. */
import * as tf from '../tf.ts'

const expMinusOne = (x: tf.Tensor) => tf.sub(tf.exp(x), 1)

export const expm1: tf.KernelConfig = {
  kernelName: 'Expm1',
  backendName: 'webgl',
  kernelFunc: ({ inputs }) => tf.tidy(() => expMinusOne(inputs['x'] as tf.Tensor)),
}

export const elu: tf.KernelConfig = {
  kernelName: 'Elu',
  backendName: 'webgl',
  kernelFunc: ({ inputs }) =>
    tf.tidy(() => {
      const x = inputs['x'] as tf.Tensor
      return tf.where(tf.greater(x, 0), x, expMinusOne(x))
    }),
}
