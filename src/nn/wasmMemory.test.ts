import { expect, onTestFinished, test, vi } from 'vitest'
import { engine } from './engine.ts'
import * as tf from './tf.ts'

test('memory that runs out is an error, the device is to blame, and numbers are right again when there is some', async () => {
  await engine.use('wasm')
  const { wasm } = tf.backend() as unknown as {
    wasm: { _malloc(bytes: number): number; _free(address: number): void }
  }
  // The browser gives no more.
  const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
    throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded')
  })
  onTestFinished(() => grow.mockRestore())
  const taken: number[] = []
  for (let size = 2 ** 24; size >= 16; size /= 4)
    while (taken.length < 1e6)
      try {
        taken.push(wasm._malloc(size))
      } catch {
        break
      }
  let thrown: unknown
  try {
    tf.tidy(() => tf.add(tf.ones([5000]), 1).dataSync())
  } catch (error) {
    thrown = error
  }
  expect(String(thrown)).toMatch(/^RangeError: Memory is short: WebAssembly could not get \d+ bytes more/)
  expect(engine.blames(thrown)).toBe(true)
  for (const address of taken) wasm._free(address)
  expect(tf.tidy(() => tf.add(tf.ones([5000]), 1).dataSync()).every((value) => value === 2)).toBe(true)
})
