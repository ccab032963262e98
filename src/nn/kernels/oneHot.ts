/** One-hot vectors for wasm, where tfjs writes whole numbers into a tensor that says float32: 1 is read as 1e-45. */
import * as tf from '../tf.ts'

export const oneHot: tf.KernelConfig = {
  kernelName: 'OneHot',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const indices = inputs['indices'] as tf.Tensor
    const { depth, onValue, offValue, dtype } = attrs as Record<'depth' | 'onValue' | 'offValue', number> & {
      dtype: 'float32' | 'int32'
    }
    const values = new (dtype === 'int32' ? Int32Array : Float32Array)(indices.size * depth).fill(offValue)
    indices.dataSync().forEach((index, row) => {
      if (index >= 0 && index < depth) values[row * depth + index] = onValue
    })
    return tf.tensor(values, [...indices.shape, depth], dtype)
  },
}
