/** A kernel of tfjs with a fast way before it. */
import type * as tf from '../tf.ts'
import { heapOf, type Heap } from './heap.ts'

export type Inputs = Record<string, tf.TensorInfo>
export type Attributes = Record<string, unknown>

/** Returns null for what it does not do: other shapes, types or options. */
export type FastKernel = (
  inputs: Inputs,
  attributes: Attributes,
  heap: Heap,
) => tf.TensorInfo | tf.TensorInfo[] | null

/** @param original does everything where there are no fast kernels, and what `fast` leaves to it. */
export const faster = (original: tf.KernelConfig, fast: FastKernel): tf.KernelConfig => ({
  ...original,
  kernelFunc: (call) => {
    const heap = heapOf(call.backend)
    const made = heap && fast(call.inputs as Inputs, call.attrs ?? {}, heap)
    return made ?? original.kernelFunc(call)
  },
})

export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1)

export const allFloat = (...tensors: readonly tf.TensorInfo[]): boolean =>
  tensors.every(({ dtype }) => dtype === 'float32')
