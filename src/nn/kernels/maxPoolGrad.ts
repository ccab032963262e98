/**
 * The gradient of max pooling. tfjs's own looks for a maximum above 0 on wasm, so a window whose numbers are all
 * negative got no gradient. Of numbers that tie the first has it on cpu and the last on webgl; here it is the first.
 */
import * as tf from '../tf.ts'
import { memory } from './memory.ts'

interface Attributes {
  filterSize: [number, number] | number
  strides: [number, number] | number
  pad: Parameters<typeof tf.backend_util.computePool2DInfo>[4]
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
}

/** For wasm. */
export const maxPoolGrad: tf.KernelConfig = {
  kernelName: 'MaxPoolGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as Attributes
    const { dy, input } = inputs as { dy: tf.TensorInfo; input: tf.TensorInfo }
    const shape = input.shape as [number, number, number, number]
    const pool = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode)
    const { inputs: views, outputs, infos } = memory('wasm', backend, [dy, input], [shape])
    const [given, x, dx] = [views[0]!, views[1]!, outputs[0]!.fill(0)]
    const [batch, height, width, channels] = shape
    let at = 0
    for (let image = 0; image < batch; image++)
      for (let row = 0; row < pool.outHeight; row++)
        for (let column = 0; column < pool.outWidth; column++) {
          const [top, left] = [
            row * pool.strideHeight - pool.padInfo.top,
            column * pool.strideWidth - pool.padInfo.left,
          ]
          const [bottom, right] = [
            Math.min(height, top + pool.filterHeight),
            Math.min(width, left + pool.filterWidth),
          ]
          for (let channel = 0; channel < channels; channel++, at++) {
            let greatest = -1
            for (let y = Math.max(0, top); y < bottom; y++)
              for (let z = Math.max(0, left); z < right; z++) {
                const place = ((image * height + y) * width + z) * channels + channel
                if (greatest < 0 || x[place]! > x[greatest]!) greatest = place
              }
            if (greatest >= 0) dx[greatest]! += given[at]!
          }
        }
    return infos[0]!
  },
}

/**
 * For webgl: seen in a mirror, the last is the first. The mirror stands where the last window ends, and swaps the
 * paddings.
 */
export function mirroredMaxPoolGrad(kernel: tf.KernelConfig): tf.KernelConfig {
  return {
    ...kernel,
    kernelFunc: ({ inputs, attrs, backend }) =>
      tf.tidy(() => {
        const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as Attributes
        const { dy, input } = inputs as { dy: tf.Tensor4D; input: tf.Tensor4D }
        const [, height, width] = input.shape
        const pool = tf.backend_util.computePool2DInfo(
          input.shape,
          filterSize,
          strides,
          1,
          pad,
          dimRoundingMode,
        )
        const { top, left } = pool.padInfo
        const rows = (pool.outHeight - 1) * pool.strideHeight + pool.filterHeight - top
        const columns = (pool.outWidth - 1) * pool.strideWidth + pool.filterWidth - left
        const size = [-1, Math.min(rows, height), Math.min(columns, width), -1]
        const mirrored: tf.NamedAttrMap = {
          filterSize,
          strides,
          pad: [
            [0, 0],
            [Math.max(0, rows - height), top],
            [Math.max(0, columns - width), left],
            [0, 0],
          ],
        }
        const seen = {
          dy: tf.reverse(dy, [1, 2]),
          input: tf.reverse(tf.slice(input, [0, 0, 0, 0], size), [1, 2]),
        }
        const dx = kernel.kernelFunc({ inputs: seen, attrs: mirrored, backend }) as tf.TensorInfo
        const back = tf.reverse(tf.engine().makeTensorFromTensorInfo(dx), [1, 2])
        return tf.pad(back, [
          [0, 0],
          [0, Math.max(0, height - rows)],
          [0, Math.max(0, width - columns)],
          [0, 0],
        ])
      }),
  }
}
