import { beforeAll, expect, test } from 'vitest'
import { engine } from './engine.ts'
import { accuracy, binaryAccuracy, rootMeanSquare } from './metrics.ts'
import * as tf from './tf.ts'

beforeAll(() => engine.use('cpu'))

test('accuracy counts the greatest logit, the first of a tie', () => {
  const logits = tf.tensor3d([
    [
      [1, 2],
      [3, 0],
    ],
    [
      [0, 0],
      [-1, -2],
    ],
  ])
  const labels = tf.tensor2d(
    [
      [1, 1],
      [0, 0],
    ],
    [2, 2],
    'int32',
  )
  expect([...accuracy(labels, logits).dataSync()]).toEqual([0.5, 1])
})

test('binary accuracy: logit 0 says class 0', () => {
  const logits = tf.tensor3d([[[2], [-1], [0]]])
  expect(binaryAccuracy(tf.tensor2d([[1, 1, 0]]), logits).dataSync()[0]).toBeCloseTo(2 / 3)
  expect(binaryAccuracy(tf.tensor3d([[[1], [1], [0]]]), logits).dataSync()[0]).toBeCloseTo(2 / 3)
})

test('root mean square, seed by seed', () => {
  const a = tf.tensor3d([
    [
      [3, 0],
      [4, 0],
    ],
    [
      [0, -1],
      [0, -2],
    ],
  ])
  const [first, second] = rootMeanSquare(a).dataSync()
  expect(first).toBeCloseTo(Math.sqrt(25 / 4), 5)
  expect(second).toBeCloseTo(Math.sqrt(5 / 4), 5)
})
