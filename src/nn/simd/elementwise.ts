/** Activations as single kernels, and the gradient by their input from the one by their output y. */
import { activationCodes } from './activationCodes.ts'
import { allFloat, sizeOf, type FastKernel } from './faster.ts'

const elementwise =
  (code: number): FastKernel =>
  ({ x }, { alpha }, heap) => {
    if (!allFloat(x!)) return null
    const out = heap.makeOutput(x!.shape)
    const slope = typeof alpha === 'number' ? alpha : 1
    heap.binary.activationForward(code, heap.address(x!), heap.address(out), sizeOf(x!.shape), slope)
    return out
  }

const gradient =
  (code: number): FastKernel =>
  ({ dy, y }, _attributes, heap) => {
    if (!allFloat(dy!, y!) || sizeOf(dy!.shape) !== sizeOf(y!.shape)) return null
    const out = heap.makeOutput(y!.shape)
    const [from, at, to] = [heap.address(dy!), heap.address(y!), heap.address(out)]
    heap.binary.activationGradient(code, from, at, to, sizeOf(y!.shape), 1)
    return out
  }

export const elementwiseKernels: Record<string, FastKernel> = {
  Relu: elementwise(activationCodes.relu),
  LeakyRelu: elementwise(activationCodes.leakyRelu),
  Elu: elementwise(activationCodes.elu),
  Tanh: elementwise(activationCodes.tanh),
  Sigmoid: elementwise(activationCodes.sigmoid),
  EluGrad: gradient(activationCodes.elu),
  ReluGradient: gradient(activationCodes.relu),
  SigmoidGradient: gradient(activationCodes.sigmoid),
  TanhGradient: gradient(activationCodes.tanh),
}
