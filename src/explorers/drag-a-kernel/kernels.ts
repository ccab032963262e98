/** Kernels with a name. */
import type { Kernel } from './slide.ts'

export interface NamedKernel {
  id: string
  words: string
  weights: Kernel
}

export const kernels: readonly NamedKernel[] = [
  { id: 'vertical', words: 'Vertical edge', weights: [-1, 0, 1, -1, 0, 1, -1, 0, 1] },
  { id: 'horizontal', words: 'Horizontal edge', weights: [-1, -1, -1, 0, 0, 0, 1, 1, 1] },
  { id: 'blur', words: 'Blur', weights: [0.1, 0.1, 0.1, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1] },
  { id: 'sharpen', words: 'Sharpen', weights: [0, -1, 0, -1, 5, -1, 0, -1, 0] },
  { id: 'identity', words: 'Identity', weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
  { id: 'surround', words: 'Centre-surround', weights: [-1, -1, -1, -1, 8, -1, -1, -1, -1] },
]

/** The name of these nine weights, if they have one. */
export const nameOf = (weights: Kernel): NamedKernel | undefined =>
  kernels.find((kernel) => kernel.weights.every((weight, i) => weight === weights[i]))
