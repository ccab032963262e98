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
        const whole = scale.every((each) => each === 1)
        const scaled = whole
          ? (dy as tf.Tensor)
          : tf.mul(dy as tf.Tensor, tf.tensor4d(scale, [1, info.outHeight, info.outWidth, 1]))
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

/** By the input, from the gradient by the output y. */
const slopes: Record<string, (dy: tf.Tensor, y: tf.Tensor) => tf.Tensor> = {
  Relu: (dy, y) => tf.mul(dy, tf.step(y)),
  Sigmoid: (dy, y) => tf.mul(dy, tf.mul(y, tf.sub(1, y))),
  Tanh: (dy, y) => tf.mul(dy, tf.sub(1, tf.square(y))),
}

/** In tfjs three to four ops. Where a backend has a kernel for it (see slopeKernels), it is one. */
const activationGradients = Object.entries(slopes).map(([kernelName, slope]): tf.GradConfig => ({
  kernelName,
  // relu's slope can be told from either, and a gradient of this gradient needs the input.
  ...(kernelName === 'Relu' ? { inputsToSave: ['x'] } : { outputsToSave: [true] }),
  gradFunc: (dy, [y]) => ({
    x: () => {
      const kernel = `${kernelName}Gradient`
      // A gradient of this gradient can be taken of the ops alone.
      const ops = tf.engine().isTapeOn() || !tf.getKernel(kernel, tf.getBackend())
      const of = { dy: dy as tf.Tensor, y: y! }
      return ops ? slope(of.dy, of.y) : tf.engine().runKernel(kernel, of)
    },
  }),
}))

export const slopeKernels: readonly tf.KernelConfig[] = Object.entries(slopes).map(([name, slope]) => ({
  kernelName: `${name}Gradient`,
  backendName: 'wasm',
  kernelFunc: ({ inputs }) => tf.tidy(() => slope(inputs['dy'] as tf.Tensor, inputs['y'] as tf.Tensor)),
}))

export function registerGradients(): void {
  tf.registerGradient(abs)
  tf.registerGradient(avgPool)
  activationGradients.forEach(tf.registerGradient)
}
