/** Gradients of tfjs that are not the derivative of what runs forward, replaced. For all backends. */
import * as tf from '../tf.ts'

/** |x|: 0 at x = 0, the middle of its subgradients (tfjs says -1). */
const abs: tf.GradConfig = {
  kernelName: 'Abs',
  inputsToSave: ['x'],
  gradFunc: (dy, saved) => ({ x: () => tf.mul(dy as tf.Tensor, tf.sign(saved[0]!)) }),
}

type Pad = 'valid' | 'same' | number
interface PoolAttributes {
  filterSize: [number, number] | number
  strides: [number, number] | number
  pad: Pad
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
}

/**
 * Average pooling leaves padding out of its mean, but tfjs's gradient divides by the whole window.
 * Here each window's gradient is first scaled by (size of the window) / (inputs in it).
 */
const avgPool: tf.GradConfig = {
  kernelName: 'AvgPool',
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attrs) => {
    const x = saved[0] as tf.Tensor4D
    const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as PoolAttributes
    return {
      x: () => {
        const info = tf.backend_util.computePool2DInfo(x.shape, filterSize, strides, 1, pad, dimRoundingMode)
        const rows = covered(
          info.outHeight,
          info.strideHeight,
          info.padInfo.top,
          info.filterHeight,
          info.inHeight,
        )
        const columns = covered(
          info.outWidth,
          info.strideWidth,
          info.padInfo.left,
          info.filterWidth,
          info.inWidth,
        )
        const scale = rows.flatMap((r) =>
          columns.map((c) => (info.filterHeight * info.filterWidth) / (r * c)),
        )
        const scaled = tf.mul(dy as tf.Tensor, tf.tensor4d(scale, [1, info.outHeight, info.outWidth, 1]))
        const inputs = { dy: scaled, input: x }
        return tf.engine().runKernel('AvgPoolGrad', inputs, attrs)
      },
    }
  },
}

/** For each position of a window along one axis, how many inputs it covers. */
const covered = (positions: number, stride: number, before: number, size: number, inputs: number): number[] =>
  Array.from({ length: positions }, (_, i) => {
    const start = i * stride - before
    return Math.min(start + size, inputs) - Math.max(start, 0)
  })

export function registerGradients(): void {
  tf.registerGradient(abs)
  tf.registerGradient(avgPool)
}
