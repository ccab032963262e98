/** The optimizers' updates; the rules stand in ../kernels/updates.ts. */
import { sizeOf, type FastKernel } from './faster.ts'
import type { Heap } from './heap.ts'
import type * as tf from '../tf.ts'

/** New tensors like `param`, and the addresses of all. */
function prepare(heap: Heap, inputs: readonly tf.TensorInfo[], outputs: number) {
  const { shape } = inputs[0]!
  const made = Array.from({ length: outputs }, () => heap.makeOutput(shape))
  const address = (info: tf.TensorInfo) => heap.address(info)
  return { made, from: inputs.map(address), to: made.map(address), n: sizeOf(shape) }
}

type Numbers = Record<string, number>

const sgd: FastKernel = ({ param, gradient }, attributes, heap) => {
  const { lr } = attributes as Numbers
  const { made, from, to, n } = prepare(heap, [param!, gradient!], 1)
  heap.binary.sgd(from[0]!, from[1]!, to[0]!, n, lr!)
  return made
}

const momentum: FastKernel = ({ param, gradient, v }, attributes, heap) => {
  const { lr, mu } = attributes as Numbers
  const { made, from, to, n } = prepare(heap, [param!, gradient!, v!], 2)
  heap.binary.momentum(...from, ...to, n, lr!, mu!)
  return made
}

const adam: FastKernel = ({ param, gradient, m, v }, attributes, heap) => {
  const { beta1, beta2, epsilon, rate, scale } = attributes as Numbers
  const { made, from, to, n } = prepare(heap, [param!, gradient!, m!, v!], 3)
  heap.binary.adam(...from, ...to, n, beta1!, 1 - beta1!, beta2!, 1 - beta2!, epsilon!, rate!, scale!)
  return made
}

export const updateKernels: Record<string, FastKernel> = {
  SgdUpdate: sgd,
  MomentumUpdate: momentum,
  AdamUpdate: adam,
}
