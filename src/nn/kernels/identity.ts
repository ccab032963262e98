/**
 * A clone on wasm, where tfjs copies all numbers, also of everything that a gradient will need. Here, as on its other
 * backends, both tensors have the same numbers, counted, until one of them gets others.
 */
import type * as tf from '../tf.ts'

export const identity: tf.KernelConfig = {
  kernelName: 'Identity',
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend }) => {
    const { dataId, shape, dtype } = inputs['x']!
    ;(backend as { incRef(id: object): void }).incRef(dataId)
    return { dataId, shape, dtype }
  },
}
