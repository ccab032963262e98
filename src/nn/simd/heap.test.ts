/** Where the kernels cannot be, everything works without them. */
import { afterEach, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import * as tf from '../tf.ts'
import { instantiate } from './binary.ts'
import { attachSimd, heapOf, setSimd, simdState } from './heap.ts'

afterEach(() => {
  setSimd(true)
})

interface FakeWasm {
  asm?: object
  HEAPU8?: Uint8Array
}

/** A backend as tfjs has it, with some things elsewhere. */
function backendWith(change: (wasm: FakeWasm, memory: WebAssembly.Memory) => void): object {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const wasm = {
    asm: { memory },
    HEAPU8: new Uint8Array(memory.buffer),
    _malloc: () => 64,
    _free: () => {},
  }
  change(wasm, memory)
  const nothing = () => 0
  return { wasm, makeOutput: nothing, getMemoryOffset: nothing, refCount: nothing }
}

test('a heap that is where it was is found', async () => {
  const backend = backendWith(() => {})
  await attachSimd(backend)
  expect(heapOf(backend)).not.toBe(null)
  expect(heapOf({})).toBe(null)
})

test.each<[string, (wasm: FakeWasm) => void]>([
  ['without its exports', (wasm) => delete wasm.asm],
  ['with a memory of another kind', (wasm) => (wasm.asm = { memory: {} })],
  ['with views of another memory', (wasm) => (wasm.HEAPU8 = new Uint8Array(8))],
  ['without views', (wasm) => delete wasm.HEAPU8],
  ['without malloc', (wasm) => Object.assign(wasm, { _malloc: undefined })],
])('a heap %s: no kernels, and why', async (_what, change) => {
  const backend = backendWith(change)
  await attachSimd(backend)
  expect(heapOf(backend)).toBe(null)
  expect(simdState()).toMatch(/tfjs/)
})

test('a browser that refuses the kernels', async () => {
  // A shared memory is refused as a browser without SIMD refuses the instructions: by an error.
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
  const backend = backendWith((wasm) =>
    Object.assign(wasm, { asm: { memory }, HEAPU8: { buffer: memory.buffer } }),
  )
  await attachSimd(backend)
  expect(heapOf(backend)).toBe(null)
  expect(simdState()).toMatch(/refuses/)
})

test('the kernels have no data of their own, which would be written over the heap', async () => {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const bytes = new Uint8Array(memory.buffer).fill(7)
  await instantiate(memory)
  expect(bytes.every((each) => each === 7)).toBe(true)
})

test('all ordinary work is done with the kernels off', async () => {
  await engine.use('wasm')
  expect(simdState()).toBe('on')
  setSimd(false)
  expect(simdState()).toBe('off')
  const x = tf.ones([2, 5, 5, 3]) as tf.Tensor4D
  const filter = tf.ones([3, 3, 3, 4]) as tf.Tensor4D
  const loss = () => tf.sum(tf.maxPool(tf.relu(tf.conv2d(x, filter, 1, 'same')), 2, 2, 'valid'))
  const { value, grads } = tf.engine().gradients(loss, [filter])
  expect(value.dataSync()[0]).toBeGreaterThan(0)
  expect(grads[0]!.dataSync().every((each) => each > 0)).toBe(true)
})
