/** Normalization as single kernels on the heap; the op and its ordinary form stand in ../layers/normalization/. */
import type * as tf from '../tf.ts'
import type { Inputs } from './faster.ts'
import { sizeOf } from './faster.ts'
import { heapOf, type Heap } from './heap.ts'

/** Sizes as the op has them, all that the kernels are told beside tensors. */
interface Sizes {
  outer: number
  rows: number
  groups: number
  width: number
  epsilon: number
  center: boolean
}

const numbersOf = ({ outer, rows, groups, width, epsilon, center }: Sizes, gamma: tf.TensorInfo) => {
  const perSeed = (outer * groups * width) / sizeOf(gamma.shape)
  return [outer, perSeed, rows, groups, width, epsilon, center ? 1 : 0]
}

const kernels: Record<string, (heap: Heap, inputs: Inputs, sizes: Sizes) => tf.TensorInfo[]> = {
  Normalize: (heap, { x, gamma, beta }, sizes) => {
    const { outer, groups } = sizes
    const made = [x!.shape, [outer, groups], [outer, groups]].map((shape) => heap.makeOutput(shape))
    const addresses = [x!, gamma!, beta!, ...made].map((tensor) => heap.address(tensor))
    heap.binary.normalize(...addresses, ...numbersOf(sizes, gamma!))
    return made
  },
  NormalizeGradient: (heap, { dy, x, gamma, mean, variance }, sizes) => {
    const made = [x!, gamma!, gamma!].map(({ shape }) => heap.makeOutput(shape))
    const addresses = [dy!, x!, gamma!, mean!, variance!, ...made].map((tensor) => heap.address(tensor))
    heap.binary.normalizeGradient(...addresses, ...numbersOf(sizes, gamma!))
    return made
  },
}

export const normalizeKernels: readonly tf.KernelConfig[] = Object.entries(kernels).map(
  ([kernelName, run]) => ({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const heap = heapOf(backend)
      if (!heap) throw new Error(`${kernelName}: expected the SIMD kernels, which are off or not there`)
      return run(heap, inputs as Inputs, attrs as unknown as Sizes)
    },
  }),
)
