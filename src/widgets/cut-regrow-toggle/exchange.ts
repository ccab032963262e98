/** Weights change places: the smallest of those that are there go, and as many that were off come back. No tfjs. */

export interface Exchange {
  /** One for each kernel, `[seeds, inputs, units]`, flat: 1 where a weight is there. */
  masks: readonly Float32Array[]
  /** In the same shapes; the smallest of what is there goes. */
  sizes: readonly Float32Array[]
  /** In the same shapes; the largest of what is off comes back. */
  growth: readonly Float32Array[]
  seeds: number
  /** The share of each layer's weights that change places, 0 to 1; fewer where fewer are off. */
  share: number
}

/** @returns masks with as many ones in each layer of each seed. What goes does not come back in the same exchange. */
export const exchange = ({ masks, sizes, growth, seeds, share }: Exchange): Float32Array[] =>
  masks.map((mask, layer) => {
    const next = Float32Array.from(mask)
    const each = mask.length / seeds
    for (let seed = 0; seed < seeds; seed++) {
      const places = Array.from({ length: each }, (_, i) => seed * each + i)
      const [there, off] = [1, 0].map((is) => places.filter((i) => mask[i] === is)) as [number[], number[]]
      there.sort((a, b) => sizes[layer]![a]! - sizes[layer]![b]!)
      off.sort((a, b) => growth[layer]![b]! - growth[layer]![a]!)
      const count = Math.min(off.length, Math.round(share * there.length))
      for (const i of there.slice(0, count)) next[i] = 0
      for (const i of off.slice(0, count)) next[i] = 1
    }
    return next
  })

/** The share of the exchange after `step` updates, from `most` after `first` of them to 0 after `last` (Evci et al. 2020, cosine). */
export const shareAt = (
  step: number,
  { most, first, last }: { most: number; first: number; last: number },
): number => (step >= last ? 0 : (most / 2) * (1 + Math.cos((Math.PI * (step - first)) / (last - first))))
