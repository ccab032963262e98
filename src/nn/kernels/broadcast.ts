/**
 * `[seeds, batch, units]` with `[seeds, 1, units]`: every bias and every learned slope. tfjs works out each index
 * anew for such shapes; here it is one loop. Measured in Node on wasm, 5 x 64 x 32: 210 µs become 15.
 */
import type * as tf from '../tf.ts'
import { memory, type LoopBackend } from './memory.ts'

type Loop = (x: Float32Array, row: Float32Array, out: Float32Array, batch: number, units: number) => void

const add: Loop = (x, row, out, batch, units) => {
  let i = 0
  for (let start = 0; start < row.length; start += units) {
    for (let b = 0; b < batch; b++) {
      for (let unit = start; unit < start + units; unit++, i++) out[i] = x[i]! + row[unit]!
    }
  }
}
const multiply: Loop = (x, row, out, batch, units) => {
  let i = 0
  for (let start = 0; start < row.length; start += units) {
    for (let b = 0; b < batch; b++) {
      for (let unit = start; unit < start + units; unit++, i++) out[i] = x[i]! * row[unit]!
    }
  }
}
const loops = { Add: add, Multiply: multiply }

/** @param original tfjs's kernel, which does all other shapes. */
export const broadcast = (
  name: keyof typeof loops,
  backendName: LoopBackend,
  original: tf.KernelConfig,
): tf.KernelConfig => ({
  ...original,
  kernelFunc: (call) => {
    const a = call.inputs['a']!
    const b = call.inputs['b']!
    const rows =
      a.dtype === 'float32' &&
      b.dtype === 'float32' &&
      a.shape.length === 3 &&
      b.shape.length === 3 &&
      b.shape[1] === 1 &&
      a.shape[0] === b.shape[0] &&
      a.shape[2] === b.shape[2]
    if (!rows) return original.kernelFunc(call)
    const { inputs, outputs, infos } = memory(backendName, call.backend, [a, b], [a.shape])
    loops[name](inputs[0]!, inputs[1]!, outputs[0]!, a.shape[1]!, a.shape[2]!)
    return infos[0]!
  },
})
