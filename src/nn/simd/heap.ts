/**
 * The kernels on the heap of tfjs's wasm backend, where the numbers of every tensor are. tfjs does not promise that
 * this heap can be reached. Where it cannot, or the browser has no SIMD, there are no such kernels and the ordinary
 * ones compute: `simdState` says why.
 */
import type * as tf from '../tf.ts'
import { instantiate, type Binary } from './binary.ts'

/** What tfjs 4.22's wasm backend has, as far as it is used here. */
interface WasmBackend {
  wasm: {
    asm?: { memory?: unknown }
    HEAPU8: Uint8Array
    _malloc(bytes: number): number
    _free(address: number): void
  }
  makeOutput(shape: number[], dtype: 'float32'): tf.TensorInfo
  getMemoryOffset(id: object): number
  refCount(id: object): number
}

export interface Heap {
  readonly binary: Binary
  /** Where a tensor's numbers start. Stays, also when the heap grows. */
  address(tensor: tf.TensorInfo): number
  /** Whether another tensor has the same numbers. */
  shared(tensor: tf.TensorInfo): boolean
  makeOutput(shape: number[]): tf.TensorInfo
  /** The address of room that every kernel may use, for the length of one call. Its content is arbitrary. */
  scratch(bytes: number): number
  /** The address of at least `count` zeros, which nobody may change. */
  zeros(count: number): number
  /** Views of the whole heap. To be used at once: allocating may replace the memory under them. */
  floats(): Float32Array
  integers(): Int32Array
}

const heaps = new WeakMap<object, Heap>()
let enabled = true
let reason: string | null = 'the wasm backend has not been started'

/** Switches the kernels off, or on again where there are any. */
export function setSimd(on: boolean): void {
  enabled = on
}

/** 'on', 'off', or why there are none. */
export const simdState = (): string => reason ?? (enabled ? 'on' : 'off')

/** The heap of a backend, or null: then the ordinary kernel must do the work. */
export const heapOf = (backend: object): Heap | null => (enabled && heaps.get(backend)) || null

const have = (object: object, methods: readonly string[]) =>
  methods.every((name) => typeof Reflect.get(object, name) === 'function')

/** Brings the kernels to a backend that has just started. Never rejects. */
export async function attachSimd(backend: object): Promise<void> {
  if (heaps.has(backend)) return
  const found = backend as WasmBackend
  const memory = found.wasm.asm?.memory
  const reachable =
    memory instanceof WebAssembly.Memory &&
    memory.buffer === found.wasm.HEAPU8?.buffer &&
    have(found.wasm, ['_malloc', '_free']) &&
    have(found, ['makeOutput', 'getMemoryOffset', 'refCount'])
  if (!reachable) {
    reason = 'the heap of this version of tfjs is not where it was'
    return
  }
  try {
    heaps.set(backend, heap(found, await instantiate(memory)))
    reason = null
  } catch (error) {
    reason = `the browser refuses the kernels: ${error instanceof Error ? error.message : String(error)}`
  }
}

function heap(backend: WasmBackend, binary: Binary): Heap {
  const { wasm } = backend
  /** A place that gives way to a larger one when it is too small. */
  const place = (prepare: (start: number, bytes: number) => void) => {
    let [address, start, size] = [0, 0, 0]
    return (bytes: number) => {
      if (bytes <= size) return start
      if (address) wasm._free(address)
      ;[address, size] = [0, 0]
      const wanted = Math.ceil(bytes * 1.25)
      address = wasm._malloc(wanted + 64) >>> 0
      if (!address) throw new Error(`out of memory: the heap of tfjs has no ${wanted} bytes left`)
      // At the start of a line of the cache, so that no vector straddles two.
      start = Math.ceil(address / 64) * 64
      size = wanted
      prepare(start, size)
      return start
    }
  }
  const scratch = place(() => {})
  const zeros = place((start, bytes) => wasm.HEAPU8.fill(0, start, start + bytes))
  let latest = viewsOf(wasm.HEAPU8.buffer)
  const views = () => {
    if (latest.buffer !== wasm.HEAPU8.buffer) latest = viewsOf(wasm.HEAPU8.buffer)
    return latest
  }
  return {
    binary,
    address: ({ dataId }) => backend.getMemoryOffset(dataId),
    shared: ({ dataId }) => backend.refCount(dataId) > 1,
    makeOutput: (shape) => backend.makeOutput(shape, 'float32'),
    scratch,
    zeros: (count) => zeros(4 * count),
    floats: () => views().floats,
    integers: () => views().integers,
  }
}

const viewsOf = (buffer: ArrayBufferLike) => ({
  buffer,
  floats: new Float32Array(buffer),
  integers: new Int32Array(buffer),
})
