import { expect, test } from 'vitest'
import { engine } from '../engine.ts'
import * as tf from '../tf.ts'

test('products of several seeds are much faster than tfjs makes them, transposed or not', async () => {
  await tf.loadBackend('wasm')
  const original = tf.getKernel('BatchMatMul', 'wasm')
  await engine.use('wasm')
  const mended = tf.getKernel('BatchMatMul', 'wasm')
  expect(mended.kernelFunc).not.toBe(original.kernelFunc)
  const a = tf.ones([5, 64, 64])
  const b = tf.ones([5, 64, 64])
  for (const [transposeA, transposeB] of [
    [false, false],
    [true, false],
    [false, true],
  ] as const) {
    const attrs = { transposeA, transposeB }
    const time = ({ kernelFunc }: tf.KernelConfig) => {
      const start = performance.now()
      const out = kernelFunc({ inputs: { a, b }, attrs, backend: tf.backend() }) as tf.TensorInfo
      const elapsed = performance.now() - start
      tf.engine().makeTensorFromTensorInfo(out).dispose()
      return elapsed
    }
    // In turns, and the best of many, so that a busy machine slows both alike. About 8 times when idle.
    const rounds = Array.from({ length: 30 }, () => [time(original), time(mended)] as const)
    const best = (which: 0 | 1) => Math.min(...rounds.map((round) => round[which]))
    expect(best(0) / best(1)).toBeGreaterThan(2)
  }
})
