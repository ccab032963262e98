import { expect, onTestFinished, test } from 'vitest'
import { engine } from './engine.ts'
import { setSimd } from './simd/heap.ts'
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

test('a backend that does not start is refused every time, and never replaced by another in silence', async () => {
  await engine.use('cpu')
  // What tfjs has in a browser that gives no graphics context after all.
  tf.registerBackend('webgl', () => Promise.reject(new Error('no context')))
  tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', true)
  for (let i = 0; i < 2; i++)
    await expect(engine.use('webgl')).rejects.toThrow(/^WebGL is not available here/)
  expect(tf.getBackend()).toBe('cpu')
  expect([...tf.mul(tf.tensor1d([1, 2]), 2).dataSync()]).toEqual([2, 4])
  tf.removeBackend('webgl')
})

test('where our kernels run, plain JavaScript is known to be slower; without them it has to be measured', async () => {
  await engine.use('wasm')
  expect(engine.outrun('cpu')).toMatch(/kernels/)
  expect([engine.outrun('wasm'), engine.outrun('webgl')]).toEqual([null, null])
  setSimd(false)
  onTestFinished(() => setSimd(true))
  expect(engine.outrun('cpu')).toBeNull()
})
