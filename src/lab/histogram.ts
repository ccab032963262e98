/** Counts numbers into bins, for `HistogramsView`. */
import type { HistogramsView } from './views.ts'

/** One histogram for each layer, "layer 1" first, on one axis; `layers` as `hiddenActivations` gives them. */
export const histograms = (
  layers: readonly ArrayLike<number>[],
  range: readonly [number, number],
): HistogramsView => ({
  range,
  layers: layers.map((values, i) => histogram(`layer ${i + 1}`, values, range)),
})

/**
 * @param values numbers, none of them empty; values outside `range` are counted in the end bins, NaN nowhere.
 * @param range the ends of the first and the last bin.
 * @returns the counts, with the mean and the standard deviation of all values (divided by their number).
 */
export function histogram(
  name: string,
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
  bins = 40,
): HistogramsView['layers'][number] {
  const counts = new Float32Array(bins)
  let [sum, squares] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    sum += value
    squares += value * value
    if (Number.isNaN(value)) continue
    const bin = Math.floor(((value - low) / (high - low)) * bins)
    counts[Math.min(bins - 1, Math.max(0, bin))]! += 1
  }
  const mean = sum / values.length
  return { name, counts, mean, std: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) }
}
