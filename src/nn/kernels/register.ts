/** Mends tfjs where the book needs it: called once per backend, after its code was loaded and before it starts. */
import type { Backend } from '../../lab/engine.ts'
import * as tf from '../tf.ts'
import { batchMatMul } from './batchMatMul.ts'
import { broadcast } from './broadcast.ts'
import { conv2DBackpropFilter } from './conv2DBackpropFilter.ts'
import { elu, expm1 } from './elu.ts'
import { registerGradients } from './gradients.ts'
import { oneHot } from './oneHot.ts'
import { relu } from './relu.ts'
import { tanh } from './tanh.ts'
import { unsortedSegmentSum } from './unsortedSegmentSum.ts'
import { updateKernels } from './updates.ts'

const mended = (backend: Backend): tf.KernelConfig[] => {
  if (backend === 'webgl') return [elu, expm1]
  const loops = (['Add', 'Multiply'] as const).map((name) =>
    broadcast(name, backend, tf.getKernel(name, backend)),
  )
  if (backend === 'cpu') return loops
  const product = batchMatMul(tf.getKernel('BatchMatMul', backend))
  return [...loops, product, conv2DBackpropFilter, oneHot, relu, tanh, unsortedSegmentSum]
}

const done = new Set<Backend>()

export function registerKernels(backend: Backend): void {
  if (done.has(backend)) return
  if (done.size === 0) registerGradients()
  done.add(backend)
  for (const kernel of [...mended(backend), ...updateKernels(backend)]) {
    if (tf.getKernel(kernel.kernelName, backend)) tf.unregisterKernel(kernel.kernelName, backend)
    tf.registerKernel(kernel)
  }
}
