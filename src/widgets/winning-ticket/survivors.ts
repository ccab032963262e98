/** What is left of the first layer of the first seed's network, and where it started. */
import type { RoundsNetwork } from './network.ts'

/**
 * @returns `perPixel`: for each input how many of its weights are left, over the average of all inputs; `starts`: the
 * starting values of the weights that are left, over the standard deviation of all starting values.
 */
export function survivors(
  { masks, start, model }: RoundsNetwork,
  seeds: number,
): { perPixel: Float32Array; starts: Float32Array } {
  const kernel = start[0]!.subarray(0, start[0]!.length / seeds)
  const kept = masks.read()[0]!.subarray(0, kernel.length)
  const { units } = model.layers[0]!
  const perPixel = new Float32Array(kernel.length / units)
  kept.forEach((one, i) => (perPixel[Math.floor(i / units)]! += one))
  const average = perPixel.reduce((sum, count) => sum + count, 0) / perPixel.length
  const std = Math.sqrt(kernel.reduce((sum, weight) => sum + weight * weight, 0) / kernel.length)
  return {
    perPixel: perPixel.map((count) => count / average),
    starts: kernel.filter((_, i) => kept[i] === 1).map((weight) => weight / std),
  }
}
