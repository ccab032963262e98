/**
 * The gradient of a convolution by its filter, for wasm, where tfjs has none (tfjs issue 8474).
 *
 * dW[i, j, c, k] is the sum of x[n, s y + i - top, s z + j - left, c] dy[n, y, z, k] over images n and positions
 * (y, z). That is again a convolution, of the padded input with dy as its filter, where channels and images change
 * places and the stride s becomes a dilation.
 */
import * as tf from '../tf.ts'

interface Attributes {
  strides: [number, number] | number
  pad: Parameters<typeof tf.backend_util.computeConv2DInfo>[4]
  dataFormat: 'NHWC' | 'NCHW'
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
  filterShape: [number, number, number, number]
}

export const conv2DBackpropFilter: tf.KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { strides, pad, dataFormat, dimRoundingMode, filterShape } = attrs as unknown as Attributes
    if (dataFormat !== 'NHWC') {
      throw new Error(`Conv2DBackpropFilter on wasm: expected the data format NHWC, got ${dataFormat}`)
    }
    const x = inputs['x'] as tf.Tensor4D
    const dy = inputs['dy'] as tf.Tensor4D
    const info = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode)
    const { padInfo, strideHeight, strideWidth, inHeight, inWidth } = info
    // The windows reach this far; rows and columns beyond them take no part.
    const height = (info.outHeight - 1) * strideHeight + info.filterHeight
    const width = (info.outWidth - 1) * strideWidth + info.filterWidth
    return tf.tidy(() => {
      const padded = tf.pad(x, [
        [0, 0],
        [padInfo.top, Math.max(0, height - inHeight - padInfo.top)],
        [padInfo.left, Math.max(0, width - inWidth - padInfo.left)],
        [0, 0],
      ])
      const reached = tf.slice(padded, [0, 0, 0, 0], [-1, height, width, -1])
      const sum = tf.conv2d(
        tf.transpose(reached, [3, 1, 2, 0]),
        tf.transpose(dy, [1, 2, 0, 3]),
        1,
        'valid',
        'NHWC',
        [strideHeight, strideWidth],
      )
      return tf.transpose(sum, [1, 2, 0, 3])
    })
  },
}
