/** What the panel of masks shows, in so few bits that it can be kept for every step. */

/** One layer of the first seed: a row for each unit, a column for each of its inputs. */
export interface LayerPicture {
  units: number
  inputs: number
  /** Four cells in a byte, the lowest bits first: see `cellsOf`. */
  packed: Uint8Array
}

/** Sizes from which on a weight that is kept has the second and the third shade. */
export const shadesFrom = [0.06, 0.15] as const

/** @param kernel `[inputs, units]`, flat, with 0 where a weight is cut. */
export function layerPicture(kernel: Float32Array, units: number): LayerPicture {
  const inputs = kernel.length / units
  const packed = new Uint8Array(Math.ceil(kernel.length / 4))
  for (let input = 0; input < inputs; input++)
    for (let unit = 0; unit < units; unit++) {
      const size = Math.abs(kernel[input * units + unit]!)
      const cell = size === 0 ? 0 : 1 + shadesFrom.filter((from) => size >= from).length
      const at = unit * inputs + input
      packed[at >> 2]! |= cell << (2 * (at & 3))
    }
  return { units, inputs, packed }
}

/** `[units, inputs]`, flat: 0 where the weight is cut, otherwise 1 to 3 by its size. */
export const cellsOf = ({ units, inputs, packed }: LayerPicture): Uint8Array =>
  Uint8Array.from({ length: units * inputs }, (_, at) => (packed[at >> 2]! >> (2 * (at & 3))) & 3)

/** The share of a layer's weights that is kept. */
export const keptShare = (picture: LayerPicture): number => {
  const cells = cellsOf(picture)
  return cells.filter((cell) => cell > 0).length / cells.length
}
