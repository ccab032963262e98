/** The kernels on a memory of their own, without tfjs: for measuring what tfjs costs. Allocates and never frees. */
import type * as tf from '../tf.ts'
import { instantiate } from './binary.ts'
import type { Heap } from './heap.ts'

const page = 65536

export interface OwnHeap extends Heap {
  /** Room for numbers, with what they start as; their address is `dataId.address`. */
  place(values: Float32Array | Int32Array): tf.TensorInfo & { dataId: { address: number } }
}

/** @param megabytes of memory. It does not grow, so views of it stay valid. */
export async function ownHeap(megabytes: number): Promise<OwnHeap> {
  const memory = new WebAssembly.Memory({ initial: (megabytes * 2 ** 20) / page })
  const binary = await instantiate(memory)
  const { buffer } = memory
  let top = 64
  const room = (bytes: number) => {
    const address = top
    top = Math.ceil((top + bytes) / 64) * 64
    if (top > buffer.byteLength)
      throw new Error(`expected at most ${megabytes} MB to be needed; ask for more memory`)
    return address
  }
  const info = (shape: number[], bytes: number) => ({
    dataId: { address: room(bytes) },
    shape,
    dtype: 'float32' as const,
  })
  let [scratch, scratchSize, zeros, zerosSize] = [0, 0, 0, 0]
  return {
    binary,
    place(values) {
      const made = info([values.length], values.byteLength)
      new Uint8Array(buffer).set(
        new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
        made.dataId.address,
      )
      return made
    },
    address: ({ dataId }) => (dataId as { address: number }).address,
    shared: () => false,
    makeOutput: (shape) => info(shape, 4 * shape.reduce((size, n) => size * n, 1)),
    scratch(bytes) {
      if (bytes > scratchSize) [scratch, scratchSize] = [room(bytes), bytes]
      return scratch
    },
    zeros(count) {
      if (4 * count > zerosSize) [zeros, zerosSize] = [room(4 * count), 4 * count]
      return zeros
    },
    floats: () => new Float32Array(buffer),
    integers: () => new Int32Array(buffer),
  }
}
