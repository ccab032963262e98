/** Whole filters are cut: all weights that lead into one, and all that its map leads into. No tfjs. */

/** A kernel `[..., maps, filters]`, flat; of the dense layer `[..., maps, outputs]`, since maps stand last in its row. */
export interface Kernel {
  weights: Float32Array
  maps: number
  filters: number
}

/**
 * In each layer but the last those filters stay whose absolute weights have the greatest sums (Li et al. 2017); of equal
 * ones the first. With a filter goes its map, and so what every filter of the next layer makes of it.
 * @param kernels of one network, layer by layer. @param left how many filters of each layer stay.
 * @returns for each kernel, flat: 1 where a weight is kept, 0 where it is cut.
 */
export function filterMasks(kernels: readonly Kernel[], left: number): Float32Array[] {
  const stays = kernels.map((kernel, layer) =>
    layer === kernels.length - 1 ? new Set(Array(kernel.filters).keys()) : largest(kernel, left),
  )
  return kernels.map(({ weights, maps, filters }, layer) =>
    weights.map((_, i) => {
      const map = Math.floor(i / filters) % maps
      const comes = layer === 0 || stays[layer - 1]!.has(map)
      return comes && stays[layer]!.has(i % filters) ? 1 : 0
    }),
  )
}

function largest({ weights, filters }: Kernel, left: number): Set<number> {
  const sums = new Float64Array(filters)
  weights.forEach((weight, i) => (sums[i % filters]! += Math.abs(weight)))
  const ranked = Array.from(sums.keys()).sort((a, b) => sums[b]! - sums[a]!)
  return new Set(ranked.slice(0, left))
}
