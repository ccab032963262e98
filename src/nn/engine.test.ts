import { expect, test } from 'vitest'
import { engine } from './engine.ts'
import * as tf from './tf.ts'

test('cpu and wasm run in Node, one after the other, with the same tensors', async () => {
  await engine.use('cpu')
  const x = tf.tensor1d([1, 2, 3])
  for (const backend of ['wasm', 'cpu', 'wasm'] as const) {
    await engine.use(backend)
    expect(tf.getBackend()).toBe(backend)
    const y = tf.mul(x, 2)
    await engine.settle()
    expect([...y.dataSync()]).toEqual([2, 4, 6])
    y.dispose()
  }
  const before = engine.tensors()
  x.dispose()
  expect(engine.tensors()).toBe(before - 1)
})

test('a missing backend is refused in one sentence, and the current one stays', async () => {
  await engine.use('cpu')
  await expect(engine.use('webgl')).rejects.toThrow(
    /^WebGL is not available here: .*Choose another backend\.$/,
  )
  expect(tf.getBackend()).toBe('cpu')
})

test('wasm runs without threads', async () => {
  await engine.use('wasm')
  expect(tf.env().get('WASM_HAS_MULTITHREAD_SUPPORT')).toBe(false)
})
