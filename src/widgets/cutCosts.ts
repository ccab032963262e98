/** How many bytes the weights of a network take in memory, and how many products an image needs. No DOM. */

/** The matrix of one layer, and how many of its weights are not 0. Of a convolution a row for each number that a filter takes in. */
export interface Matrix {
  inputs: number
  units: number
  kept: number
  /** How often an image goes through it: once in a dense layer, which is the default; in a convolution once for each place. */
  places?: number
}

export interface Cost {
  /** Every number as a float32: 4 bytes each. */
  dense: number
  /** Compressed rows with 32-bit indices: 4 bytes for each weight, 4 for its column, 4 for where each row begins and the end. */
  compressedRows: number
  /** A bit for each weight, whether it is there, in whole bytes; and 4 bytes for each that is. */
  bitMask: number
  /** Products of a weight and an input, if every number of the matrix takes part; zeros of a padding are inputs, too. */
  denseProducts: number
  /** The same, if weights that are 0 are skipped. */
  products: number
}

/** Of all matrices together; biases, which no method cuts, are left out. */
export function costOf(matrices: readonly Matrix[]): Cost {
  const sum = (of: (matrix: Matrix) => number) => matrices.reduce((total, matrix) => total + of(matrix), 0)
  return {
    dense: sum(({ inputs, units }) => 4 * inputs * units),
    compressedRows: sum(({ inputs, kept }) => 8 * kept + 4 * (inputs + 1)),
    bitMask: sum(({ inputs, units, kept }) => Math.ceil((inputs * units) / 8) + 4 * kept),
    denseProducts: sum(({ inputs, units, places = 1 }) => inputs * units * places),
    products: sum(({ kept, places = 1 }) => kept * places),
  }
}
