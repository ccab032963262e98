/** What src/nn/kernels mends in tfjs. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import * as tf from '../tf.ts'
import { error, gradientError, noise, tolerances } from './error.ts'

const uploaded = (x: tf.Tensor4D) => tf.tensor4d(x.dataSync(), x.shape)

export function kernelSuite(backend: Backend): void {
  const tolerance = tolerances[backend]
  describe('mended kernels', () => {
    /** A shader leaves what it likes in the cells beside a matrix with an odd side; what is uploaded has zeros there. */
    const origins = {
      'as they come': (x: tf.Tensor) => x,
      'that a shader made': (x: tf.Tensor) => tf.sigmoid(x),
    }
    test.each(
      (['as they come', 'that a shader made'] as const).flatMap((origin) =>
        [false, true].flatMap((transposeA) =>
          [false, true].map((transposeB) => [origin, transposeA, transposeB] as const),
        ),
      ),
    )('products of matrices %s, transposed %s, %s', (origin, transposeA, transposeB) => {
      for (const [countA, countB] of [
        [3, 3],
        [1, 3],
        [3, 1],
        [1, 1],
      ] as const) {
        const a = origins[origin](noise(transposeA ? [countA, 17, 9] : [countA, 9, 17], 'a'))
        const b = origins[origin](noise(transposeB ? [countB, 11, 17] : [countB, 17, 11], 'b'))
        const [va, vb] = [a.dataSync(), b.dataSync()]
        const product = tf.matMul(a, b, transposeA, transposeB)
        expect(product.shape).toEqual([Math.max(countA, countB), 9, 11])
        const expected = Array.from(product.dataSync(), (_, index) => {
          const [s, i, j] = [Math.floor(index / 99), Math.floor((index % 99) / 11), index % 11]
          let sum = 0
          for (let k = 0; k < 17; k++) {
            const left = va[(countA === 1 ? 0 : s * 153) + (transposeA ? k * 9 + i : i * 17 + k)]!
            const right = vb[(countB === 1 ? 0 : s * 187) + (transposeB ? j * 17 + k : k * 11 + j)]!
            sum += left * right
          }
          return sum
        })
        expect(error(product.dataSync(), expected)).toBeLessThan(1e-5)
      }
    })

    test.each([
      [1, 1],
      [3, 1],
      [3, 2],
    ])('convolutions of what a shader made, filters %i wide, stride %i', (side, strides) => {
      const run = (x: tf.Tensor4D, filter: tf.Tensor4D, dy: tf.Tensor4D) => {
        const attributes = { strides, pad: 'same', dataFormat: 'NHWC', inputShape: x.shape }
        const back = tf.engine().runKernel('Conv2DBackpropInput', { dy, filter }, attributes) as tf.Tensor
        return [tf.conv2d(x, filter, strides, 'same'), back].map((result) => result.dataSync())
      }
      const x = tf.sigmoid(noise([2, 7, 7, 13], 'image') as tf.Tensor4D)
      const filter = tf.sigmoid(noise([side, side, 13, 11], 'filter') as tf.Tensor4D)
      const dy = tf.sigmoid(tf.conv2d(uploaded(x), uploaded(filter), strides, 'same'))
      const expected = run(uploaded(x), uploaded(filter), uploaded(dy))
      run(x, filter, dy).forEach((found, i) => expect(error(found, expected[i]!)).toBeLessThan(1e-5))
    })

    test('NaN in a matrix product reaches its row and no other', () => {
      const values = new Float32Array(2 * 20 * 20).fill(1)
      values[400 + 20 * 4 + 13] = NaN
      const out = tf.matMul(tf.tensor3d(values, [2, 20, 20]), tf.ones([2, 20, 20])).dataSync()
      out.forEach((each, i) => expect(Number.isNaN(each)).toBe(i >= 480 && i < 500))
    })

    test.each([
      ['same', 1],
      ['same', 2],
      ['valid', 1],
      ['valid', 2],
      [1, 2],
    ] as const)('convolution, padding %s, stride %i', (pad, stride) => {
      const x = noise([2, 6, 5, 2], 'image') as tf.Tensor4D
      const filter = noise([3, 2, 2, 3], 'filter') as tf.Tensor4D
      expect(
        gradientError(
          (image, kernel) =>
            tf.conv2d(
              image as tf.Tensor4D,
              kernel as tf.Tensor4D,
              stride,
              pad,
              'NHWC',
              1,
              typeof pad === 'number' ? 'floor' : undefined,
            ),
          [x, filter],
          0.1,
        ),
      ).toBeLessThan(tolerance)
    })

    test.each([['same'], ['valid']] as const)('average pooling, padding %s', (pad) => {
      expect(
        gradientError(
          (image) => tf.avgPool(image as tf.Tensor4D, 3, 2, pad),
          [noise([1, 6, 6, 2], 'image')],
          0.1,
        ),
      ).toBeLessThan(tolerance)
    })

    test('tanh is exact to five digits, of tiny numbers too', () => {
      const x = [1e-30, -1e-12, 3e-9, -1e-7, 1e-4, 0.0299, -0.0301, 0.4, -3, 20]
      const y = tf.tanh(tf.tensor1d(x)).dataSync()
      x.forEach((each, i) => expect(Math.abs(y[i]! / Math.tanh(each) - 1)).toBeLessThan(1e-5))
    })

    test('|x| is flat at 0', () => {
      const x = tf.tensor1d([-2, 0, 3])
      expect(
        error(
          tf
            .grad((each: tf.Tensor) => tf.abs(each))(x)
            .dataSync(),
          [-1, 0, 1],
        ),
      ).toBeLessThan(tolerance)
    })

    test('gather, with rows taken twice and not at all', () => {
      const ids = tf.tensor1d([2, 0, 2], 'int32')
      expect(gradientError((rows) => tf.gather(rows, ids), [noise([4, 3], 'rows')])).toBeLessThan(tolerance)
    })

    test('one-hot vectors are 0 and 1, also as float32', () => {
      const ids = tf.tensor1d([2, 0], 'int32')
      expect([...tf.oneHot(ids, 3, 1, 0, 'float32').dataSync()]).toEqual([0, 0, 1, 1, 0, 0])
      expect([...tf.oneHot(ids, 3).dataSync()]).toEqual([0, 0, 1, 1, 0, 0])
    })
  })
}
