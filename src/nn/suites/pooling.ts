/** Average and stochastic pooling against plain loops and finite differences. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import { engine } from '../engine.ts'
import {
  poolDraws,
  pooledShape,
  stochasticPool,
  stochasticPoolMean,
  type PoolWindow,
} from '../layers/stochasticPooling.ts'
import { random } from '../random.ts'
import * as tf from '../tf.ts'
import { error, gradientError, noise, tolerances } from './error.ts'

type Shape = [number, number, number, number]

const windows: [Shape, PoolWindow][] = [
  [[2, 6, 6, 4], { size: 2, stride: 2 }],
  [[2, 7, 5, 3], { size: 3, stride: 2 }],
  [[1, 5, 6, 5], { size: 2, stride: 1 }],
  [[2, 7, 7, 2], { size: 2, stride: 3 }],
  [[2, 4, 4, 3], { size: 4, stride: 1 }],
]

/** As after a ReLU: about half of the numbers are 0, and the first window of the first channel is nothing but zeros. */
function rectified(shape: Shape, size: number): tf.Tensor4D {
  const values = Float32Array.from(noise(shape, 'map').dataSync(), (value) => Math.max(0, value))
  const [, , width, channels] = shape
  for (let i = 0; i < size * size; i++) values[(Math.floor(i / size) * width + (i % size)) * channels] = 0
  return tf.tensor4d(values, shape)
}

/** For each output, in order, the indices of its window's numbers. */
function indices([batch, height, width, channels]: Shape, { size, stride }: PoolWindow): number[][] {
  const found: number[][] = []
  for (let b = 0; b < batch; b++)
    for (let y = 0; y + size <= height; y += stride)
      for (let x = 0; x + size <= width; x += stride)
        for (let c = 0; c < channels; c++)
          found.push(
            Array.from({ length: size * size }, (_, i) => {
              const [row, column] = [y + Math.floor(i / size), x + (i % size)]
              return ((b * height + row) * width + column) * channels + c
            }),
          )
  return found
}

const inUse = (x: tf.Tensor) => stochasticPoolMean(x as tf.Tensor4D, { size: 3, stride: 2 })

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)

export function poolingSuite(backend: Backend): void {
  const tolerance = tolerances[backend]
  describe('pooling', () => {
    test.each(windows)('%j, windows %j: average and its gradient', (shape, { size, stride }) => {
      const x = noise(shape, 'map') as tf.Tensor4D
      const pool = (image: tf.Tensor) => tf.avgPool(image as tf.Tensor4D, size, stride, 'valid')
      const values = x.dataSync()
      const expected = indices(shape, { size, stride }).map(
        (own) => sum(own.map((i) => values[i]!)) / own.length,
      )
      expect(error(pool(x).dataSync(), expected)).toBeLessThan(1e-5)
      expect(gradientError(pool, [x], 0.1)).toBeLessThan(tolerance)
    })

    test.each(windows)('%j, windows %j: one number of each window, as drawn', (shape, window) => {
      const x = rectified(shape, window.size)
      const out = pooledShape(shape, window)
      const own = indices(shape, window)
      const draws = poolDraws(random(5), own.length)
      const level = engine.tensors()
      const dy = noise(out, 'dy')
      const { value, grads } = tf.engine().gradients(() => stochasticPool(x, window, draws), [x], dy)
      expect(engine.tensors() - level).toBe(3)
      expect(value.shape).toEqual(out)

      const [values, given] = [x.dataSync(), dy.dataSync()]
      const dx = new Float32Array(x.size)
      const expected = own.map((places, output) => {
        const target = draws[output]! * sum(places.map((i) => values[i]!))
        let before = 0
        for (const i of places) {
          before += values[i]!
          if (before <= target) continue
          dx[i]! += given[output]!
          return values[i]!
        }
        return 0
      })
      expect(expected[0]).toBe(0)
      expect(error(value.dataSync(), expected)).toBeLessThan(1e-6)
      expect(error(grads[0]!.dataSync(), dx)).toBeLessThan(1e-6)
      tf.dispose([x, dy, value, ...grads])
    })

    test.each(windows)('%j, windows %j: the mean in use', (shape, window) => {
      const x = rectified(shape, window.size)
      const values = x.dataSync()
      const own = indices(shape, window).map((places) => places.map((i) => values[i]!))
      const expected = own.map((each) => (sum(each) > 0 ? sum(each.map((a) => a * a)) / sum(each) : 0))
      const y = stochasticPoolMean(x, window).dataSync()
      expect(error(y, expected)).toBeLessThan(1e-5)
      own.forEach((each, i) => {
        expect(y[i]).toBeGreaterThanOrEqual(sum(each) / each.length - 1e-5)
        expect(y[i]).toBeLessThanOrEqual(Math.max(...each) + 1e-5)
      })
    })

    test('the gradient of the mean in use, and none of zeros', () => {
      const positive = tf.add(tf.abs(noise([2, 6, 6, 3], 'map')), 0.5)
      expect(gradientError(inUse, [positive])).toBeLessThan(tolerance)
      const still = tf
        .grad(inUse)(tf.zeros([1, 3, 3, 2]))
        .dataSync()
      expect([...still]).toEqual(Array.from({ length: 18 }, () => 0))
    })

    test.each(windows)(
      '%j, windows %j: of negative numbers, too, the greatest has the gradient',
      (shape, window) => {
        const x = tf.tidy(() => tf.sub(noise(shape, 'map'), 10)) as tf.Tensor4D
        const [values, expected] = [x.dataSync(), new Float32Array(x.size)]
        for (const places of indices(shape, window))
          expected[places.reduce((best, i) => (values[i]! > values[best]! ? i : best))]! += 1
        const pool = (image: tf.Tensor) =>
          tf.maxPool(image as tf.Tensor4D, window.size, window.stride, 'valid')
        const dx = tf.grad(pool)(x)
        expect(error(dx.dataSync(), expected)).toBe(0)
        tf.dispose([x, dx])
      },
    )

    test.each(windows)(
      '%j, windows %j: of numbers that tie for the maximum, the first has the gradient',
      (shape, window) => {
        const x = rectified(shape, window.size)
        const [values, expected] = [x.dataSync(), new Float32Array(x.size)]
        for (const places of indices(shape, window))
          expected[places.reduce((best, i) => (values[i]! > values[best]! ? i : best))]! += 1
        const dx = tf.grad((image: tf.Tensor) =>
          tf.maxPool(image as tf.Tensor4D, window.size, window.stride, 'valid'),
        )(x)
        expect(error(dx.dataSync(), expected)).toBe(0)
        tf.dispose([x, dx])
      },
    )

    test.each([
      [2, [1, 0, 1, 0, 0, 0, 1, 0, 1]],
      [3, [1, 1, 0, 1, 1, 0, 0, 0, 0]],
    ])('the same with windows of %i that padding fills up', (size, expected) => {
      const dx = tf.grad((image: tf.Tensor) => tf.maxPool(image as tf.Tensor4D, size, 2, 'same'))(
        tf.ones([1, 3, 3, 1]),
      )
      expect([...dx.dataSync()]).toEqual(expected)
    })

    test('a number below 0 is never drawn, and draws near 0 and 1 find the first and the last that can be', () => {
      const x = tf.tensor4d([-3, 2, 0, 1, -3, 2, 0, 1], [2, 2, 2, 1])
      const window = { size: 2, stride: 2 }
      const y = stochasticPool(x, window, Float32Array.of(0, 1 - 2 ** -24))
      expect([...y.dataSync()]).toEqual([2, 1])
    })
  })
}
