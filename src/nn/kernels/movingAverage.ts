/**
 * running = momentum running + share latest, as one kernel, because batch normalization does it twice per layer and
 * step. Plain loops on cpu and wasm, ordinary ops on webgl.
 */
import type { Backend } from '../../lab/engine.ts'
import * as tf from '../tf.ts'
import { memory } from './memory.ts'

const kernelName = 'MovingAverage'

interface Shares {
  momentum: number
  share: number
}

/** @param latest has as many numbers as `running`. @returns a tensor in the shape of `running`. */
export const movingAverage = (running: tf.Tensor, latest: tf.Tensor, shares: Shares): tf.Tensor =>
  tf.engine().runKernel(kernelName, { running, latest }, { ...shares })

export const movingAverageKernel = (backendName: Backend): tf.KernelConfig => ({
  kernelName,
  backendName,
  kernelFunc({ inputs, attrs, backend }) {
    const { running, latest } = inputs as { running: tf.Tensor; latest: tf.Tensor }
    const { momentum, share } = attrs as unknown as Shares
    if (backendName === 'webgl')
      return tf.tidy(() =>
        tf.add(tf.mul(running, momentum), tf.mul(tf.reshape(latest, running.shape), share)),
      )
    const made = memory(backendName, backend, [running, latest], [running.shape])
    const [old, own] = made.inputs as [Float32Array, Float32Array]
    const next = made.outputs[0]!
    for (let i = 0; i < old.length; i++) next[i] = momentum * old[i]! + share * own[i]!
    return made.infos[0]!
  },
})
