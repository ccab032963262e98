/** Convolutions and pooling equal those of the cpu backend, with both gradients. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { poolDraws, pooledShape, stochasticPool } from '../layers/stochasticPooling.ts'
import { random } from '../random.ts'
import { error, noise } from '../suites/error.ts'
import * as tf from '../tf.ts'
import { setSimd } from './heap.ts'

beforeAll(() => engine.use('wasm'))
afterEach(() => setSimd(true))

/** Result and gradients by all inputs, on the cpu backend and here; the greatest difference. */
async function difference(f: (...inputs: tf.Tensor4D[]) => tf.Tensor, shapes: number[][]): Promise<number> {
  const values: Float32Array[][] = []
  for (const backend of ['cpu', 'wasm'] as const) {
    await engine.use(backend)
    values.push(
      tf.tidy(() => {
        const inputs = shapes.map((shape, i) => noise(shape, `input ${i}`) as tf.Tensor4D)
        const y = f(...inputs)
        const dy = noise(y.shape, 'dy')
        const { grads } = tf.engine().gradients(() => f(...inputs), inputs, dy)
        return [y, ...grads].map((each) => each.dataSync() as Float32Array)
      }),
    )
  }
  const [cpu, wasm] = values as [Float32Array[], Float32Array[]]
  return Math.max(...wasm.map((each, i) => error(each, cpu[i]!)))
}

describe('convolution', () => {
  test.each([
    [[3, 7, 6, 2], [3, 3, 2, 5], 1, 'same'],
    [[3, 7, 6, 2], [3, 3, 2, 5], 1, 'valid'],
    [[2, 8, 8, 1], [3, 3, 1, 8], 1, 'same'],
    [[2, 8, 8, 8], [3, 3, 8, 16], 1, 'same'],
    [[2, 9, 10, 3], [5, 4, 3, 4], 2, 'same'],
    [[2, 8, 8, 3], [3, 3, 3, 9], 2, 'same'],
    [[2, 9, 10, 3], [5, 4, 3, 6], 2, 'valid'],
    [[2, 11, 10, 3], [2, 3, 3, 7], [3, 1], 'valid'],
    [[2, 5, 5, 4], [1, 1, 4, 3], 1, 'valid'],
    [[2, 5, 5, 4], [1, 1, 4, 3], 2, 'same'],
    [[1, 4, 4, 2], [5, 5, 2, 3], 1, 'same'],
    [[2, 4, 4, 2], [4, 4, 2, 3], 1, 'valid'],
    [[2, 6, 6, 2], [3, 3, 2, 3], 2, 1],
    [[2, 6, 6, 2], [2, 2, 2, 3], 1, 2],
    [[2, 6, 6, 2], [1, 2, 2, 3], 3, 2],
  ] as const)('of %j with %j, stride %j, padding %s', async (x, filter, stride, pad) => {
    const f = (image: tf.Tensor4D, kernel: tf.Tensor4D) =>
      tf.conv2d(
        image,
        kernel,
        stride as number | [number, number],
        pad,
        'NHWC',
        1,
        typeof pad === 'number' ? 'floor' : undefined,
      )
    expect(await difference(f as never, [[...x], [...filter]])).toBeLessThan(1e-5)
  })

  test('dilation is left to tfjs', async () => {
    await engine.use('wasm')
    const [x, filter] = [noise([1, 6, 6, 2], 'x'), noise([2, 2, 2, 3], 'f')] as [tf.Tensor4D, tf.Tensor4D]
    const dilated = () => tf.conv2d(x, filter, 1, 'valid', 'NHWC', 2).dataSync()
    const here = dilated()
    setSimd(false)
    expect(dilated()).toEqual(here)
  })

  test('NaN reaches the pixels whose windows it is in, and no other', () => {
    const values = new Float32Array(36).fill(1)
    values[14] = NaN
    const y = tf.conv2d(tf.tensor4d(values, [1, 6, 6, 1]), tf.ones([3, 3, 1, 4]), 1, 'same').dataSync()
    y.forEach((each, i) => {
      const [row, column] = [Math.floor(i / 24), Math.floor(i / 4) % 6]
      expect(Number.isNaN(each)).toBe(Math.abs(row - 2) <= 1 && Math.abs(column - 2) <= 1)
    })
  })
})

describe('max pooling', () => {
  test.each([
    [[2, 8, 8, 4], 2, 2, 'valid'],
    [[2, 8, 8, 8], 2, 2, 'same'],
    [[2, 7, 9, 3], 2, 2, 'same'],
    [[2, 7, 9, 5], 3, 2, 'same'],
    [[2, 7, 9, 6], 3, 1, 'valid'],
    [[1, 6, 6, 1], [2, 3], [1, 2], 'same'],
    [[1, 6, 6, 2], 3, 2, 1],
  ] as const)('of %j, window %j, stride %j, padding %s', async (x, size, stride, pad) => {
    const f = (image: tf.Tensor4D) =>
      tf.maxPool(image, size as number, stride as number, pad, typeof pad === 'number' ? 'floor' : undefined)
    expect(await difference(f, [[...x]])).toBeLessThan(1e-6)
  })

  test('numbers that tie: the first has the gradient', async () => {
    await engine.use('wasm')
    const x = tf.zeros([1, 4, 4, 5]) as tf.Tensor4D
    const [gradient] = tf
      .engine()
      .gradients(() => tf.maxPool(x, 2, 2, 'valid'), [x], tf.ones([1, 2, 2, 5])).grads
    const first = (i: number) => Math.floor(i / 20) % 2 === 0 && Math.floor(i / 5) % 2 === 0
    gradient!.dataSync().forEach((each, i) => expect(each).toBe(first(i) ? 1 : 0))
  })

  test('NaN is the greatest number of its window', () => {
    const values = new Float32Array(64).fill(1)
    values[21] = NaN
    const y = tf.maxPool(tf.tensor4d(values, [1, 4, 4, 4]), 2, 2, 'valid').dataSync()
    expect([...y].flatMap((each, i) => (Number.isNaN(each) ? [i] : []))).toEqual([1])
  })
})

describe('average pooling', () => {
  test.each([
    [[2, 8, 8, 4], 2, 2, 'valid'],
    [[2, 7, 9, 5], 3, 2, 'valid'],
    [[2, 7, 9, 3], 3, 2, 'same'],
    [[2, 6, 6, 6], 6, 1, 'valid'],
    [[1, 6, 6, 1], [2, 3], [1, 2], 'same'],
    [[1, 6, 6, 9], 3, 2, 1],
  ] as const)('of %j, window %j, stride %j, padding %s', async (x, size, stride, pad) => {
    const f = (image: tf.Tensor4D) =>
      tf.avgPool(image, size as number, stride as number, pad, typeof pad === 'number' ? 'floor' : undefined)
    expect(await difference(f, [[...x]])).toBeLessThan(1e-6)
  })
})

describe('stochastic pooling', () => {
  test.each([
    [[3, 8, 8, 4], 2, 2],
    [[3, 7, 9, 5], 3, 2],
    [[2, 5, 6, 7], 2, 1],
    [[2, 6, 6, 1], 2, 3],
  ] as const)('of %j, window %i, stride %i: as on cpu, and without the kernels', async (x, size, stride) => {
    const shape = pooledShape([...x], { size, stride })
    const draws = poolDraws(random(3), tf.util.sizeFromShape(shape))
    const f = (image: tf.Tensor4D) => stochasticPool(image, { size, stride }, draws)
    expect(await difference(f, [[...x]])).toBe(0)
    setSimd(false)
    expect(await difference(f, [[...x]])).toBe(0)
  })
})
