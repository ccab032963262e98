/**
 * Memory of the wasm backend that runs out is an error. tfjs takes the address 0 that it gets then for a place like
 * any other, and computes on in silence over whatever lies there.
 */

interface Allocator {
  _malloc(bytes: number): number
  _free(address: number): void
}

const guarded = new WeakSet<object>()

/** Once for each backend that has started; another version of tfjs, without this allocator, stays as it is. */
export function guardMemory(backend: object): void {
  const { wasm } = backend as { wasm?: Partial<Allocator> }
  if (typeof wasm?._malloc !== 'function' || typeof wasm._free !== 'function' || guarded.has(wasm)) return
  guarded.add(wasm)
  // Its first call puts the real function in its place.
  wasm._free(wasm._malloc(8))
  const allocate = wasm._malloc
  wasm._malloc = (bytes: number) => {
    const address = allocate(bytes)
    if (address === 0 && bytes > 0)
      throw new RangeError(`Memory is short: WebAssembly could not get ${bytes} bytes more (out of memory)`)
    return address
  }
}
