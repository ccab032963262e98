/** What stochastic pooling promises beside its numbers, which ../suites/pooling.ts computes again on every backend. */
import { beforeAll, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { random } from '../random.ts'
import * as tf from '../tf.ts'
import { heNormal } from '../initializers.ts'
import { stochasticPooling2d } from './maps/stochasticPooling2d.ts'
import { poolDraws, pooledShape, stochasticPool, stochasticPoolMean } from './stochasticPooling.ts'

beforeAll(() => engine.use('wasm'))

test('draws are those of the generator, and never 1', () => {
  const [draws, own] = [poolDraws(random(1), 1000), random(1)]
  for (const each of draws) {
    expect(each).toBeLessThan(1)
    expect(Math.abs(each - own.uniform())).toBeLessThan(2 ** -23)
  }
})

test('each activation is drawn as often as its share of the window', () => {
  const activations = [1.6, 0, 2.4, 4]
  const windows = 40_000
  const x = tf.tensor4d(Array.from({ length: windows }, () => activations).flat(), [windows, 2, 2, 1])
  const draws = poolDraws(random(0), windows)
  const y = stochasticPool(x, { size: 2, stride: 2 }, draws).dataSync()
  const shares = activations.map((a) => y.filter((each) => each === Math.fround(a)).length / windows)
  // Three standard deviations of the largest share are 0.75 points.
  ;[0.2, 0, 0.3, 0.5].forEach((p, i) => expect(Math.abs(shares[i]! - p)).toBeLessThan(0.0075))
  expect(shares[1]).toBe(0)
})

test('NaN in a window makes its output NaN, and no other', () => {
  const values = new Float32Array(64).fill(1)
  values[21] = NaN
  const x = tf.tensor4d(values, [1, 4, 4, 4])
  const y = stochasticPool(x, { size: 2, stride: 2 }, new Float32Array(16).fill(0.9)).dataSync()
  expect([...y].flatMap((each, i) => (Number.isNaN(each) ? [i] : []))).toEqual([1])
})

test('as a layer: drawn in training, by the generator that it is given, and the mean in use', () => {
  const options = { input: [4, 4, 2], kernelInitializer: heNormal(), random: random(0) } as const
  const layer = stochasticPooling2d().build(options)
  expect(layer.output).toEqual([2, 2, 2])
  const x = tf.tensor4d(
    Array.from({ length: 96 }, (_, i) => (i * 5) % 7),
    [3, 4, 4, 2],
  )
  const window = { size: 2, stride: 2 }
  const numbers = (y: tf.Tensor) => [...y.dataSync()]
  expect(numbers(layer.apply(x, {}))).toEqual(numbers(stochasticPoolMean(x, window)))
  const drawn = layer.apply(x, { training: true, draws: random(2) })
  expect(numbers(drawn)).toEqual(numbers(stochasticPool(x, window, poolDraws(random(2), 24))))
  expect(() => layer.apply(x, { training: true })).toThrow('expected a generator for the draws')
})

test('says what is wrong', () => {
  expect(() => pooledShape([1, 3, 3, 1], { size: 4, stride: 2 })).toThrow(
    'pooling: expected a map at least as large as its window of 4x4, got 3x3; choose a smaller window',
  )
  const x = tf.zeros([1, 4, 4, 2]) as tf.Tensor4D
  expect(() => stochasticPool(x, { size: 2, stride: 2 }, new Float32Array(4))).toThrow(
    'stochasticPool: expected 8 draws for [1, 2, 2, 2], got 4',
  )
})
