/** The statistics of batch normalization as a picture: what batches have, above what the network remembers. */
import type { HeatmapView } from '../../lab/views.ts'
import { batchesShown } from './config.ts'

/**
 * @param ofBatches variances in each batch, `[batches, units]`; the first are shown.
 * @param running the running variances, `[units]`.
 * @returns standard deviations: a row for each batch, a gap, then the running ones. A colour of full strength is twice
 * the mean of the running ones.
 */
export function spreads(ofBatches: Float32Array, running: Float32Array): HeatmapView {
  const columns = running.length
  const batches = Math.min(batchesShown, ofBatches.length / columns)
  const values = new Float32Array((batches + 2) * columns).fill(Number.NaN)
  for (let i = 0; i < batches * columns; i++) values[i] = Math.sqrt(ofBatches[i]!)
  running.forEach((variance, unit) => {
    values[(batches + 1) * columns + unit] = Math.sqrt(variance)
  })
  const mean = running.reduce((sum, variance) => sum + Math.sqrt(variance), 0) / columns
  return { values, rows: batches + 2, columns, signed: false, limit: 2 * mean }
}
