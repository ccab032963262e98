import { beforeAll, expect, it } from 'vitest'
import { firstRows } from './datasets/batches.ts'
import { spirals } from './datasets/spirals.ts'
import { engine } from './engine.ts'
import { random } from './random.ts'
import { batchTensors, read } from './tensors.ts'
import * as tf from './tf.ts'

beforeAll(() => engine.use('cpu'))

it('reads several tensors at once and leaves none', () => {
  const before = engine.tensors()
  const parts = read(() => [tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.scalar(7, 'int32')])
  expect(parts.map((part) => [...part])).toEqual([[1, 2, 3, 4], [7]])
  expect(engine.tensors()).toBe(before)
})

it('puts the seeds on the first axis', () => {
  const sets = [0, 1].map((seed) => spirals(random(seed), { count: 6, noise: 0 }))
  const { x, y } = batchTensors(firstRows(sets, 4))
  expect(x.shape).toEqual([2, 4, 2])
  expect([...y.dataSync()]).toEqual([0, 1, 0, 1, 0, 1, 0, 1])
  expect([...tf.slice(x, [1, 0, 0], [1, 4, 2]).dataSync()]).toEqual([...sets[1]!.x.subarray(0, 8)])
  tf.dispose([x, y])
})
