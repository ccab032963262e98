/** What the panel of masks shows, as numbers that are small enough to be kept for every step. */

/** One layer of the first seed: a row for each unit, a column for each of its inputs. */
export interface LayerPicture {
  units: number
  inputs: number
  /** 0 where the weight is cut; otherwise 1 to 255 by its size, `limit` and more being 255. */
  cells: Uint8Array
}

/**
 * @param kernel `[inputs, units]`, flat, with 0 where a weight is cut. @param limit a size above 0.
 */
export function layerPicture(kernel: Float32Array, units: number, limit: number): LayerPicture {
  const inputs = kernel.length / units
  const cells = new Uint8Array(kernel.length)
  for (let input = 0; input < inputs; input++)
    for (let unit = 0; unit < units; unit++) {
      const size = Math.abs(kernel[input * units + unit]!)
      cells[unit * inputs + input] = size === 0 ? 0 : 1 + Math.round(254 * Math.min(1, size / limit))
    }
  return { units, inputs, cells }
}

/** The share of a layer's weights that is kept. */
export const keptShare = ({ cells }: Pick<LayerPicture, 'cells'>): number =>
  cells.reduce((kept, cell) => kept + (cell > 0 ? 1 : 0), 0) / cells.length
