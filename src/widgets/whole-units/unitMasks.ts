/** Whole hidden units are cut: all weights that lead into one, and all that lead out of it. No tfjs. */

export interface Units {
  /** For each layer `[seeds, inputs, units]`, flat. */
  kernels: readonly Float32Array[]
  /** Of all layers, the inputs first and the outputs last. */
  sizes: readonly number[]
  seeds: number
  /** How many units of each hidden layer are left. */
  left: number
}

/**
 * In each hidden layer the units stay whose incoming weights are longest (Li et al. 2017 sum absolute values; here it is
 * the length, the root of the sum of squares). Of equal ones the first stay.
 * @returns for each layer `[seeds, inputs, units]`, flat: 1 where a weight is kept, 0 where it is cut.
 */
export function unitMasks({ kernels, sizes, seeds, left }: Units): Float32Array[] {
  const masks = kernels.map(({ length }) => new Float32Array(length))
  for (let seed = 0; seed < seeds; seed++) {
    const stays = sizes.map((units, place) =>
      place === 0 || place === sizes.length - 1
        ? new Uint8Array(units).fill(1)
        : longest(kernels[place - 1]!, { seed, inputs: sizes[place - 1]!, units }, left),
    )
    masks.forEach((mask, layer) => {
      const [inputs, units] = [sizes[layer]!, sizes[layer + 1]!]
      for (let i = 0; i < inputs; i++)
        for (let j = 0; j < units; j++)
          mask[(seed * inputs + i) * units + j] = stays[layer]![i]! * stays[layer + 1]![j]!
    })
  }
  return masks
}

function longest(
  kernel: Float32Array,
  { seed, inputs, units }: { seed: number; inputs: number; units: number },
  left: number,
): Uint8Array {
  const squares = new Float64Array(units)
  for (let i = 0; i < inputs; i++)
    for (let j = 0; j < units; j++) squares[j]! += kernel[(seed * inputs + i) * units + j]! ** 2
  const stays = new Uint8Array(units)
  const ranked = Array.from(squares.keys()).sort((a, b) => squares[b]! - squares[a]!)
  for (const unit of ranked.slice(0, left)) stays[unit] = 1
  return stays
}
