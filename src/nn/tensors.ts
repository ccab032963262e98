/** Between plain arrays and tensors. */
import type { Batch } from './datasets/batches.ts'
import * as tf from './tf.ts'

/** Rows `[seeds, rows, features]` and their classes `[seeds, rows]` (int32). The caller disposes both. */
export const batchTensors = ({ x, y, seeds, rows, features }: Batch): { x: tf.Tensor3D; y: tf.Tensor2D } => ({
  x: tf.tensor3d(x, [seeds, rows, features]),
  y: tf.tensor2d(Int32Array.from(y), [seeds, rows], 'int32'),
})

/**
 * Computes tensors and reads them, all in one go: reading costs a WebGL device as much as a small step.
 * Nothing is left behind.
 */
export function read(compute: () => tf.Tensor[]): Float32Array[] {
  const shapes: number[] = []
  const flat = tf.tidy(() => {
    const parts = compute().map((tensor) => tf.reshape(tf.cast(tensor, 'float32'), [-1]))
    shapes.push(...parts.map(({ size }) => size))
    return tf.concat(parts)
  })
  const values = flat.dataSync() as Float32Array
  flat.dispose()
  let start = 0
  return shapes.map((size) => values.slice(start, (start += size)))
}
