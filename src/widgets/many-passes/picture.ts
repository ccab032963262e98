/** What passes say of test images, as a picture. No tfjs. */
import type { HeatmapView } from '../../lab/views.ts'
import { columnsShown } from './config.ts'

/** Rows that the average has, and all units at once: thick lines. */
const thick = 3

/**
 * @param ofTruth for each pass the probability of the true class, image by image. @param whole the same with all units.
 * @param most rows are kept for so many passes; those that are not made yet are empty.
 * @returns a column for each of the first images, from the one that all units at once are surest of to the least sure.
 */
export function picture(ofTruth: readonly Float32Array[], whole: Float32Array, most: number): HeatmapView {
  const images = Array.from({ length: columnsShown }, (_, i) => i).sort((a, b) => whole[b]! - whole[a]!)
  const rows = most + 2 * (1 + thick)
  const values = new Float32Array(rows * columnsShown).fill(Number.NaN)
  const draw = (row: number, of: (image: number) => number) =>
    images.forEach((image, column) => (values[row * columnsShown + column] = of(image)))
  ofTruth.slice(0, most).forEach((probabilities, row) => draw(row, (image) => probabilities[image]!))
  for (let i = 0; i < thick; i++) {
    draw(
      most + 1 + i,
      (image) => ofTruth.reduce((sum, probabilities) => sum + probabilities[image]!, 0) / ofTruth.length,
    )
    draw(most + 2 + thick + i, (image) => whole[image]!)
  }
  return { values, rows, columns: columnsShown, signed: false, limit: 1 }
}
