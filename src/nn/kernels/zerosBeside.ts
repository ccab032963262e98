/**
 * Sums of products on webgl. tfjs keeps four numbers in each texel, two rows of two columns, so a tensor with an odd
 * side has cells beside it that belong to none. They hold whatever its op made of nothing: 0.5 after a sigmoid. Some
 * shaders of tfjs take two terms of a sum at a time, and where their number is odd they multiply those cells and add
 * them. With a single output unit they learned, too, until the loss was another.
 */
import type * as tf from '../tf.ts'

/** What tfjs's backend has, as far as it is needed here. */
interface Textures {
  texData: { get(dataId: tf.DataId): { isPacked?: boolean; texture?: object | null } }
  /** One number in each texel; packing it again puts zeros beside the tensor. */
  unpackTensor(info: tf.TensorInfo): tf.TensorInfo
  disposeIntermediateTensorInfo(info: tf.TensorInfo): void
}

type Call = Parameters<tf.KernelFunc>[0]

/** Kernels that sum in pairs, with how many terms each sum has; 0 where another shader does it. */
const sums: Record<string, (call: Call) => number> = {
  BatchMatMul: ({ inputs, attrs }) => inputs['a']!.shape.at(attrs?.['transposeA'] ? -2 : -1)!,
  // By a product of matrices where a filter sees one place alone.
  Conv2D: ({ inputs: { x, filter } }) => (filter!.shape[0]! > 1 || filter!.shape[1]! > 1 ? 0 : x!.shape[3]!),
  Conv2DBackpropInput: ({ inputs }) => inputs['dy']!.shape[3]!,
}

/** tfjs's kernels, which are given tensors with zeros beside them where it matters. */
export const zerosBeside = (original: (name: string) => tf.KernelConfig): tf.KernelConfig[] =>
  Object.entries(sums).map(([name, terms]) => {
    const kernel = original(name)
    return { ...kernel, kernelFunc: (call) => compute(kernel, call, terms(call)) }
  })

function compute(kernel: tf.KernelConfig, call: Call, terms: number) {
  if (terms % 2 === 0) return kernel.kernelFunc(call)
  const backend = call.backend as Textures
  const made: tf.TensorInfo[] = []
  // All that is multiplied, because 0 times infinity is no zero.
  const inputs = Object.entries(call.inputs).map(([name, info]) => {
    const { isPacked, texture } = backend.texData.get(info!.dataId)
    // What is not on the graphics card yet is put there with zeros.
    if (!isPacked || !texture) return [name, info]
    const unpacked = backend.unpackTensor(info!)
    made.push(unpacked)
    return [name, unpacked]
  })
  try {
    return kernel.kernelFunc({ ...call, inputs: Object.fromEntries(inputs) as Call['inputs'] })
  } finally {
    made.forEach((info) => backend.disposeIntermediateTensorInfo(info))
  }
}
