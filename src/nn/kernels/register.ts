/** Mends tfjs where the book needs it: called once per backend, after its code was loaded and before it starts. */
import type { Backend } from '../../lab/engine.ts'
import { faster } from '../simd/faster.ts'
import { stackKernels } from '../simd/denseStack.ts'
import { fastKernels } from '../simd/kernels.ts'
import { normalizeKernels } from '../simd/normalize.ts'
import * as tf from '../tf.ts'
import { broadcast } from './broadcast.ts'
import { conv2DBackpropFilter } from './conv2DBackpropFilter.ts'
import { elu, expm1 } from './elu.ts'
import { registerGradients, slopeKernels } from './gradients.ts'
import { identity } from './identity.ts'
import { maxPoolGrad, mirroredMaxPoolGrad } from './maxPoolGrad.ts'
import { movingAverageKernel } from './movingAverage.ts'
import { oneHot } from './oneHot.ts'
import { relu } from './relu.ts'
import { stochasticPoolKernels } from './stochasticPool.ts'
import { tanh } from './tanh.ts'
import { unsortedSegmentSum } from './unsortedSegmentSum.ts'
import { updateKernels } from './updates.ts'
import { zerosBeside } from './zerosBeside.ts'

const mended = (backend: Backend): tf.KernelConfig[] => {
  if (backend === 'webgl')
    return [
      elu,
      expm1,
      mirroredMaxPoolGrad(tf.getKernel('MaxPoolGrad', backend)),
      tanh,
      ...zerosBeside((name) => tf.getKernel(name, backend)),
    ]
  const loops = (['Add', 'Multiply'] as const).map((name) =>
    broadcast(name, backend, tf.getKernel(name, backend)),
  )
  if (backend === 'cpu') return loops
  return [
    ...loops,
    conv2DBackpropFilter,
    identity,
    maxPoolGrad,
    oneHot,
    relu,
    ...slopeKernels,
    unsortedSegmentSum,
  ]
}

const done = new Set<Backend>()

export function registerKernels(backend: Backend): void {
  if (done.has(backend)) return
  if (done.size === 0) registerGradients()
  done.add(backend)
  const own = [...updateKernels(backend), movingAverageKernel(backend), ...stochasticPoolKernels(backend)]
  for (const kernel of [...mended(backend), ...own]) replace(kernel)
  if (backend !== 'wasm') return
  for (const [name, fast] of Object.entries(fastKernels)) replace(faster(tf.getKernel(name, backend), fast))
  for (const kernel of [...stackKernels, ...normalizeKernels]) replace(kernel)
}

function replace(kernel: tf.KernelConfig): void {
  if (tf.getKernel(kernel.kernelName, kernel.backendName))
    tf.unregisterKernel(kernel.kernelName, kernel.backendName)
  tf.registerKernel(kernel)
}
