/** Sums rows that carry the same id, for wasm, where tfjs has no such kernel (issue 8082). `tf.gather` learns by it. */
import * as tf from '../tf.ts'

export const unsortedSegmentSum: tf.KernelConfig = {
  kernelName: 'UnsortedSegmentSum',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const x = inputs['x'] as tf.Tensor
    const ids = (inputs['segmentIds'] as tf.Tensor).dataSync()
    const count = attrs?.['numSegments'] as number
    const rows = x.dataSync()
    const size = x.size / ids.length
    const sums = new Float32Array(count * size)
    for (let row = 0; row < ids.length; row++) {
      const id = ids[row]!
      // As everywhere in tfjs, rows with another id are left out.
      if (id < 0 || id >= count) continue
      for (let i = 0; i < size; i++) sums[id * size + i]! += rows[row * size + i]!
    }
    return tf.tensor(sums, [count, ...x.shape.slice(1)], 'float32')
  },
}
