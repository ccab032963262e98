/**
 * Stochastic pooling and its gradient as kernels: plain loops on cpu and wasm, ordinary ops on webgl. With SIMD wasm
 * has faster ones (../simd/pool.ts). What they compute is told in ../layers/stochasticPooling.ts.
 */
import type { Backend } from '../../lab/engine.ts'
import * as tf from '../tf.ts'
import { memory, type LoopBackend } from './memory.ts'

type Shape = [number, number, number, number]
/** Square windows without padding, named as tfjs's own pools name them. */
interface Attributes {
  filterSize: number
  strides: number
  pad: 'valid'
}
type BackAttributes = Attributes & { inputShape: Shape }

/**
 * @param x `[batch, height, width, channels]`, float32; a number below 0 counts as 0. @param draws one number on [0, 1)
 * for each output, in the outputs' shape.
 * @returns y, and which of its window's numbers was drawn, counted row by row from 0; -1 where all are 0.
 */
export const drawFromWindows = (x: tf.Tensor, draws: tf.Tensor, attributes: Attributes) =>
  tf.engine().runKernel('StochasticPool', { x, draws }, { ...attributes }) as unknown as [
    y: tf.Tensor,
    place: tf.Tensor,
  ]

/** @returns the gradient by x, in its shape: that of each output, at the place that was drawn. */
export const gradientToDrawn = (dy: tf.Tensor, place: tf.Tensor, attributes: BackAttributes): tf.Tensor =>
  tf.engine().runKernel('StochasticPoolGradient', { dy, place }, { ...attributes })

const outputs = (length: number, { filterSize, strides }: Attributes) =>
  Math.floor((length - filterSize) / strides) + 1

/** Calls `visit` for each output in order, with the index of its window's first number and its own. */
function eachWindow(
  [batch, height, width, channels]: Shape,
  attributes: Attributes,
  visit: (from: number, to: number) => void,
): void {
  const [rows, columns] = [outputs(height, attributes), outputs(width, attributes)]
  const { strides } = attributes
  let to = 0
  for (let b = 0; b < batch; b++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) {
        const first = ((b * height + r * strides) * width + c * strides) * channels
        for (let i = 0; i < channels; i++) visit(first + i, to++)
      }
}

/** Of a window's numbers, row by row, how far they are from its first one. */
const offsetsOf = ([, , width, channels]: Shape, size: number) =>
  Array.from({ length: size * size }, (_, i) => (Math.floor(i / size) * width + (i % size)) * channels)

const loops: Record<string, (backend: LoopBackend) => tf.KernelConfig['kernelFunc']> = {
  StochasticPool:
    (name) =>
    ({ inputs, attrs, backend }) => {
      const { x, draws } = inputs as { x: tf.Tensor; draws: tf.Tensor }
      const attributes = attrs as unknown as Attributes
      const made = memory(name, backend, [x, draws], [draws.shape, draws.shape])
      const [values, uniform] = made.inputs as [Float32Array, Float32Array]
      const [y, place] = made.outputs as [Float32Array, Float32Array]
      const offsets = offsetsOf(x.shape as Shape, attributes.filterSize)
      eachWindow(x.shape as Shape, attributes, (from, to) => {
        let total = 0
        // Rounded to 32 bits, as the second sum below and the other backends' are.
        for (const offset of offsets) total = Math.fround(total + positive(values[from + offset]!))
        const target = Math.fround(uniform[to]! * total)
        let sum = 0
        const chosen = offsets.findIndex((offset) => {
          sum = Math.fround(sum + positive(values[from + offset]!))
          return sum > target
        })
        // Of zeros nothing is chosen, and nothing where there is NaN or infinity, which make NaN.
        y[to] = chosen < 0 ? total * 0 : values[from + offsets[chosen]!]!
        place[to] = chosen
      })
      return made.infos
    },
  StochasticPoolGradient:
    (name) =>
    ({ inputs, attrs, backend }) => {
      const { dy, place } = inputs as { dy: tf.Tensor; place: tf.Tensor }
      const attributes = attrs as unknown as BackAttributes
      const { inputShape, filterSize } = attributes
      const made = memory(name, backend, [dy, place], [inputShape])
      const [gradient, where] = made.inputs as [Float32Array, Float32Array]
      const dx = made.outputs[0]!.fill(0)
      const offsets = offsetsOf(inputShape, filterSize)
      eachWindow(inputShape, attributes, (from, to) => {
        const drawn = where[to]!
        if (drawn >= 0) dx[from + offsets[drawn]!]! += gradient[to]!
      })
      return made.infos[0]!
    },
}

/** NaN stays. */
const positive = (value: number) => (value < 0 ? 0 : value)

/** Where the pixels at one place of all windows are: the first of them, and the reach of all. */
function reach(place: number, [batch, rows, columns, channels]: Shape, { filterSize, strides }: Attributes) {
  const begin: Shape = [0, Math.floor(place / filterSize), place % filterSize, 0]
  const size: Shape = [batch, (rows - 1) * strides + 1, (columns - 1) * strides + 1, channels]
  return { begin, size }
}

/** Windows of one pixel: pooling with them takes every so many pixels, and its gradient puts them back. */
const single = ({ strides }: Attributes) => ({ filterSize: 1, strides, pad: 'valid' as const })

const ops: Record<string, tf.KernelConfig['kernelFunc']> = {
  StochasticPool: ({ inputs, attrs }) => {
    const { x, draws } = inputs as { x: tf.Tensor; draws: tf.Tensor }
    const attributes = attrs as unknown as Attributes
    return tf.tidy(() => {
      const values = Array.from({ length: attributes.filterSize ** 2 }, (_, place) => {
        const { begin, size } = reach(place, draws.shape as Shape, attributes)
        const part = tf.slice(tf.relu(x), begin, size) as tf.Tensor4D
        return tf.avgPool(part, 1, attributes.strides, 'valid')
      })
      const sums: tf.Tensor[] = []
      for (const value of values) sums.push(sums.length ? tf.add(sums.at(-1)!, value) : value)
      const target = tf.mul(draws, sums.at(-1)!)
      // The first sum above the target comes after as many as are not.
      const before = tf.addN(sums.map((sum) => tf.cast(tf.lessEqual(sum, target), 'float32')))
      const none = tf.cast(tf.equal(before, values.length), 'float32')
      return [
        tf.addN(values.map((value, i) => tf.mul(value, tf.cast(tf.equal(before, i), 'float32')))),
        tf.sub(before, tf.mul(none, values.length + 1)),
      ]
    })
  },
  StochasticPoolGradient: ({ inputs, attrs }) => {
    const { dy, place } = inputs as { dy: tf.Tensor; place: tf.Tensor }
    const attributes = attrs as unknown as BackAttributes
    const { inputShape, filterSize } = attributes
    return tf.tidy(() =>
      tf.addN(
        Array.from({ length: filterSize ** 2 }, (_, i) => {
          const { begin, size } = reach(i, dy.shape as Shape, attributes)
          const own = tf.mul(dy, tf.cast(tf.equal(place, i), 'float32'))
          const spread: tf.Tensor = tf
            .engine()
            .runKernel('AvgPoolGrad', { dy: own, input: tf.zeros(size) }, single(attributes))
          const padding = inputShape.map((n, axis): [number, number] => [
            begin[axis]!,
            n - begin[axis]! - size[axis]!,
          ])
          return tf.pad(spread, padding)
        }),
      ),
    )
  },
}

export const stochasticPoolKernels = (backendName: Backend): tf.KernelConfig[] =>
  Object.keys(loops).map((kernelName) => ({
    kernelName,
    backendName,
    kernelFunc: backendName === 'webgl' ? ops[kernelName]! : loops[kernelName]!(backendName),
  }))
