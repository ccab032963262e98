/** Losses: gradients, stability, seeds that do not touch each other. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import { meanSquaredError, oneHot, sigmoidCrossEntropy, softmaxCrossEntropy } from '../losses.ts'
import { accuracy, binaryAccuracy } from '../metrics.ts'
import * as tf from '../tf.ts'
import { error, gradientError, noise, tolerances } from './error.ts'

const logits = () => noise([2, 3, 4], 'logits')
const classes = () => tf.tensor2d([0, 3, 1, 2, 2, 0], [2, 3], 'int32')

export function lossSuite(backend: Backend): void {
  const tolerance = tolerances[backend]
  describe('losses', () => {
    test('softmax cross-entropy', () => {
      expect(gradientError((z) => softmaxCrossEntropy(classes(), z), [logits()])).toBeLessThan(tolerance)
      const fromClasses = softmaxCrossEntropy(classes(), logits())
      const fromOneHot = softmaxCrossEntropy(oneHot(classes(), 4), logits())
      expect(error(fromClasses.dataSync(), fromOneHot.dataSync())).toBeLessThan(1e-6)
    })

    test('sigmoid cross-entropy', () => {
      expect(
        gradientError(
          (z) => sigmoidCrossEntropy(tf.tensor2d([0, 1, 1, 0, 1, 0], [2, 3]), z),
          [noise([2, 3, 1], 'binary')],
        ),
      ).toBeLessThan(tolerance)
    })

    test('mean squared error', () => {
      expect(gradientError((z) => meanSquaredError(noise([2, 3, 4], 'targets'), z), [logits()])).toBeLessThan(
        tolerance,
      )
    })

    test('all of 400 rows right are a share of exactly 1', () => {
      const binary = noise([2, 400, 1], 'binary')
      expect([...binaryAccuracy(tf.cast(tf.greater(binary, 0), 'int32'), binary).dataSync()]).toEqual([1, 1])
      const many = noise([2, 400, 10], 'many')
      expect([...accuracy(tf.argMax(many, -1), many).dataSync()]).toEqual([1, 1])
    })

    test('no clipping: a certain and wrong answer costs its margin', () => {
      const wrong = softmaxCrossEntropy(tf.tensor2d([1], [1, 1], 'int32'), tf.tensor3d([[[60, 0]]]))
      expect(error(wrong.dataSync(), [60])).toBeLessThan(1e-5)
      const binary = sigmoidCrossEntropy(tf.tensor2d([[1]]), tf.tensor3d([[[-60]]]))
      expect(error(binary.dataSync(), [60])).toBeLessThan(1e-5)
    })

    test.each([
      ['softmax', (z: tf.Tensor) => softmaxCrossEntropy(tf.zeros([3, 2], 'int32'), z)],
      ['sigmoid', (z: tf.Tensor) => sigmoidCrossEntropy(tf.zeros([3, 2, 4]), z)],
      ['squared', (z: tf.Tensor) => meanSquaredError(tf.zeros([3, 2, 4]), z)],
    ])('%s: NaN in one seed is that seed alone', (_name, loss) => {
      for (let place = 8; place < 16; place++) {
        const values = new Float32Array(24)
        values[place] = NaN
        const [first, second, third] = loss(tf.tensor3d(values, [3, 2, 4])).dataSync()
        expect(second).toBeNaN()
        expect(Number.isFinite(first) && Number.isFinite(third)).toBe(true)
      }
    })
  })
}
