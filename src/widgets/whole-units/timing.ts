/** How long products with a sparse matrix take on this device: plain loops, one number at a time. No DOM. */
import { random } from '../../nn/random.ts'

/** Inputs and outputs of the matrix that is timed: large enough that a clock can tell. */
export const side = 512

export interface Timing {
  /** Times over that of the full matrix: with zeros in it, as compressed rows, and as a smaller full matrix of as many weights. */
  zeros: number
  compressed: number
  smaller: number
}

interface Rows {
  values: Float32Array
  columns: Int32Array
  starts: Int32Array
}

function dense(matrix: Float32Array, x: Float32Array, y: Float32Array): void {
  const [rows, columns] = [y.length, x.length]
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let j = 0; j < columns; j++) sum += matrix[i * columns + j]! * x[j]!
    y[i] = sum
  }
}

function sparse({ values, columns, starts }: Rows, x: Float32Array, y: Float32Array): void {
  for (let i = 0; i < y.length; i++) {
    let sum = 0
    for (let at = starts[i]!; at < starts[i + 1]!; at++) sum += values[at]! * x[columns[at]!]!
    y[i] = sum
  }
}

export function compress(matrix: Float32Array, columns: number): Rows {
  const places = Array.from(matrix.keys()).filter((i) => matrix[i] !== 0)
  const starts = new Int32Array(matrix.length / columns + 1)
  for (const i of places) starts[Math.floor(i / columns) + 1]!++
  for (let row = 1; row < starts.length; row++) starts[row]! += starts[row - 1]!
  return {
    values: Float32Array.from(places, (i) => matrix[i]!),
    columns: Int32Array.from(places, (i) => i % columns),
    starts,
  }
}

/** Lets the page do what waits: it may be that the reader scrolls. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

/**
 * Least ms of each, a few at a time. They take turns, so that warming up and whatever else the device does meet all of
 * them alike. A round is a few ms.
 */
async function least(products: readonly (() => void)[]): Promise<number[]> {
  const best = products.map(() => Infinity)
  for (let round = 0; round < 24; round++) {
    await breath()
    products.forEach((product, place) => {
      const start = performance.now()
      for (let i = 0; i < 6; i++) product()
      best[place] = Math.min(best[place]!, performance.now() - start)
    })
  }
  return best.map((ms) => Math.max(ms, 1e-3))
}

/** @param sparsity the share of the weights that is 0, from 0 to below 1. */
export async function timeProducts(sparsity: number): Promise<Timing> {
  const draw = random(0).split('timing')
  const full = Float32Array.from({ length: side * side }, () => draw.uniform() - 0.5)
  await breath()
  const cut = full.map((weight) => (draw.uniform() < sparsity ? 0 : weight))
  await breath()
  const rows = compress(cut, side)
  const less = Math.max(1, Math.round(side * Math.sqrt(1 - sparsity)))
  const [x, y] = [full.slice(0, side), new Float32Array(side)]
  const [fewer, out] = [x.subarray(0, less), new Float32Array(less)]
  const small = full.subarray(0, less * less)
  const [whole, zeros, compressed, smaller] = (await least([
    () => dense(full, x, y),
    () => dense(cut, x, y),
    () => sparse(rows, x, y),
    () => dense(small, fewer, out),
  ])) as [number, number, number, number]
  return { zeros: zeros / whole, compressed: compressed / whole, smaller: smaller / whole }
}
