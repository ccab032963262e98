/**
 * Sizes of convolutions and poolings as TensorFlow.js has them, for every combination in a range, beside the arithmetic
 * of the book and a loop that any reader would write. All numbers are small and whole: equal means equal.
 */
import { beforeAll, expect, it } from 'vitest'
import { biasesOf, bottleneck, plain, sum, weightsOf } from '../../src/explorers/bottleneck/count.ts'
import { turned } from '../../src/explorers/drag-a-kernel/slide.ts'
import { engine } from '../../src/nn/engine.ts'
import { random } from '../../src/nn/random.ts'
import * as tf from '../../src/nn/tf.ts'
import { outputSize, paddingOf, windowStarts, type Axis, type Padding } from '../../src/nn/windows.ts'
import { backend } from './backend.ts'

beforeAll(() => engine.use(backend))

const axes: Axis[] = []
for (let size = 1; size <= 9; size++)
  for (let kernel = 1; kernel <= 7; kernel++)
    for (let stride = 1; stride <= 4; stride++) axes.push({ size, kernel, stride })

const source = random(0).split('whole numbers')
const wholeNumbers = (count: number) => Float32Array.from({ length: count }, () => source.integer(9) - 4)

/** No libraries: zeros outside, a sum of products at every place, nothing flipped. */
function convolved(image: Float32Array, weights: Float32Array, axis: Axis, padding: Padding | number) {
  const { size, kernel } = axis
  const starts = windowStarts(axis, paddingOf(axis, padding))
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= size || column >= size ? 0 : image[row * size + column]!
  return starts.flatMap((top) =>
    starts.map((left) => {
      let total = 0
      for (let i = 0; i < kernel; i++)
        for (let j = 0; j < kernel; j++) total += at(top + i, left + j) * weights[i * kernel + j]!
      return total
    }),
  )
}

/** What tfjs's conv2d gives: its shape, and its values row by row. */
const conv2d = (
  image: Float32Array,
  weights: Float32Array,
  { size, kernel, stride }: Axis,
  padding: 'valid' | 'same' | number,
) =>
  tf.tidy(() => {
    const x = tf.tensor4d(image, [1, size, size, 1])
    const result = tf.conv2d(x, tf.tensor4d(weights, [kernel, kernel, 1, 1]), stride, padding)
    return { side: result.shape[1], values: [...result.dataSync()] }
  })

const plus = (values: readonly number[]) => values.map((value) => value + 0)

it.each(['valid', 'same', 'full', 0, 1, 2, 3] as const)(
  'padding %s: sizes and values are those of tf.conv2d, for every input, kernel and stride',
  (padding) => {
    let compared = 0
    for (const axis of axes) {
      const size = outputSize(axis, paddingOf(axis, padding))
      if (size === 0) continue
      const [image, weights] = [wholeNumbers(axis.size ** 2), wholeNumbers(axis.kernel ** 2)]
      const library = conv2d(image, weights, axis, padding === 'full' ? axis.kernel - 1 : padding)
      expect({ ...axis, side: library.side }).toEqual({ ...axis, side: size })
      // −0 and 0 are the same number.
      expect(plus(library.values)).toEqual(plus(convolved(image, weights, axis, padding)))
      compared += 1
    }
    console.log(`padding ${padding}: ${compared} combinations`)
    expect(compared).toBeGreaterThan(100)
  },
)

it('TensorFlow.js has no full padding by name', () => {
  const axis = { size: 6, kernel: 3, stride: 1 }
  expect(() => conv2d(wholeNumbers(36), wholeNumbers(9), axis, 'full' as never)).toThrow(/padding/i)
})

it.each(['valid', 'same'] as const)('max pooling has the windows of a convolution, %s', (padding) => {
  for (const axis of axes) {
    const { size, kernel, stride } = axis
    const expected = outputSize(axis, paddingOf(axis, padding))
    if (expected === 0) continue
    const pooled = tf.tidy(
      () => tf.maxPool(tf.zeros<tf.Rank.R4>([1, size, size, 1]), kernel, stride, padding).shape,
    )
    expect(pooled).toEqual([1, expected, expected, 1])
  }
})

it('conv2d flips nothing; turned by half a turn its kernel gives the convolution of mathematics', () => {
  const axis = { size: 7, kernel: 3, stride: 1 }
  const [image, weights] = [wholeNumbers(49), wholeNumbers(9)]
  /** (f * w)(y, x): the sum of f(y + 1 − i, x + 1 − j) w(i, j) for i, j of −1 to 1, moved to the valid places. */
  const mathematical = Array.from({ length: 25 }, (_, place) => {
    const [y, x] = [Math.floor(place / 5) + 1, (place % 5) + 1]
    let total = 0
    for (const i of [-1, 0, 1])
      for (const j of [-1, 0, 1]) total += image[(y - i) * 7 + x - j]! * weights[(i + 1) * 3 + j + 1]!
    return total
  })
  const library = (kernel: Float32Array) => plus(conv2d(image, kernel, axis, 'valid').values)
  expect(library(weights)).not.toEqual(plus(mathematical))
  expect(library(Float32Array.from(turned([...weights])))).toEqual(plus(mathematical))
})

it('the kernels that tf.conv2d takes hold as many weights as the bottleneck counts', () => {
  for (const channels of [4, 16, 64])
    for (const narrow of [1, 4, channels / 4])
      for (const kernel of [1, 3, 5])
        for (const stack of [plain({ channels, narrow, kernel }), bottleneck({ channels, narrow, kernel })]) {
          let weights = 0
          let biases = 0
          const shape = tf.tidy(
            () =>
              stack.reduce(
                (x: tf.Tensor4D, { kernel: side, from, to }) => {
                  const filters = tf.zeros<tf.Rank.R4>([side, side, from, to])
                  weights += filters.size
                  biases += tf.zeros([to]).size
                  return tf.conv2d(x, filters, 1, 'same')
                },
                tf.zeros<tf.Rank.R4>([1, 2, 2, channels]),
              ).shape,
          )
          expect(shape).toEqual([1, 2, 2, channels])
          expect([weights, biases]).toEqual([sum(stack, weightsOf), sum(stack, biasesOf)])
        }
})
