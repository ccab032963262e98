/**
 * ReLU for wasm, where tfjs's makes 0 of a NaN whose sign bit is set. Infinity minus infinity is such a NaN on most
 * processors, so a network that has diverged would go on with zeros as if nothing had happened.
 */
import type * as tf from '../tf.ts'
import { memory } from './memory.ts'

export const relu: tf.KernelConfig = {
  kernelName: 'Relu',
  backendName: 'wasm',
  kernelFunc: ({ inputs, backend }) => {
    const x = inputs['x']!
    const { inputs: values, outputs, infos } = memory('wasm', backend, [x], [x.shape])
    const from = values[0]!
    const to = outputs[0]!
    // Math.max lets NaN through.
    for (let i = 0; i < from.length; i++) to[i] = Math.max(0, from[i]!)
    return infos[0]!
  },
}
