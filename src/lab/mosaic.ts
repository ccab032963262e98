/** Several small pictures of one shape as one, for a panel that draws them side by side. No tfjs. */
import type { HeatmapView } from './views.ts'

/**
 * Lays pictures of `size` x `size` numbers out row by row, one cell apart; the gaps are NaN, which is drawn as nothing.
 * @param pictures each of length size², all on the same scale from -limit to limit.
 */
export function mosaic(
  pictures: readonly ArrayLike<number>[],
  { size, columns, limit }: { size: number; columns: number; limit: number },
): HeatmapView {
  const across = columns * (size + 1) - 1
  const down = Math.ceil(pictures.length / columns) * (size + 1) - 1
  const values = new Float32Array(across * down).fill(Number.NaN)
  pictures.forEach((picture, index) => {
    const left = (index % columns) * (size + 1)
    const top = Math.floor(index / columns) * (size + 1)
    for (let i = 0; i < size * size; i++)
      values[(top + Math.floor(i / size)) * across + left + (i % size)] = picture[i] ?? Number.NaN
  })
  return { values, rows: down, columns: across, signed: true, limit }
}
