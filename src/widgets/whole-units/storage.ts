/** How many bytes the weights of a network take in memory, and how many products an image needs. No DOM. */

import { outputs, size, sparsityOf, width } from './config.ts'

/** The matrix of one layer, and how many of its weights are not 0. */
export interface Matrix {
  inputs: number
  units: number
  kept: number
}

export interface Cost {
  /** Every number as a float32: 4 bytes each. */
  dense: number
  /** Compressed rows with 32-bit indices: 4 bytes for each weight, 4 for its column, 4 for where each row begins and the end. */
  compressedRows: number
  /** A bit for each weight, whether it is there, in whole bytes; and 4 bytes for each that is. */
  bitMask: number
  /** Products of a weight and an input, if every number of the matrix takes part. */
  denseProducts: number
  /** The same, if zeros are skipped. */
  products: number
}

/** Of all matrices together; biases, which no method cuts, are left out. */
export function costOf(matrices: readonly Matrix[]): Cost {
  const sum = (of: (matrix: Matrix) => number) => matrices.reduce((total, matrix) => total + of(matrix), 0)
  return {
    dense: sum(({ inputs, units }) => 4 * inputs * units),
    compressedRows: sum(({ inputs, kept }) => 8 * kept + 4 * (inputs + 1)),
    bitMask: sum(({ inputs, units, kept }) => Math.ceil((inputs * units) / 8) + 4 * kept),
    denseProducts: sum(({ inputs, units }) => inputs * units),
    products: sum(({ kept }) => kept),
  }
}

/**
 * What has to be stored of each variant. Whole units leave smaller matrices; single weights leave zeros in those that
 * there were, each layer losing the same share.
 * @param units left in each hidden layer.
 */
export function matricesOf(variant: string, units: number): Matrix[] {
  const side = variant === 'weights' ? width : units
  const sizes = [size * size, side, side, outputs]
  return sizes.slice(1).map((to, layer) => {
    const count = sizes[layer]! * to
    const kept = variant === 'weights' ? count - Math.round(sparsityOf(units) * count) : count
    return { inputs: sizes[layer]!, units: to, kept }
  })
}
