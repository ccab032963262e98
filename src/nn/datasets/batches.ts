/** Rows of several data sets side by side: one set for each seed, along a leading replica axis. No tfjs. */
import type { Random } from '../random.ts'
import type { Dataset } from './dataset.ts'

export interface Batch {
  /** `[seeds, rows, features]`, flat. */
  x: Float32Array
  /** `[seeds, rows]`, flat. */
  y: Uint8Array
  seeds: number
  rows: number
  features: number
}

/**
 * Endless batches of `batchSize` rows. Every pass takes each row once, in an order that `orders` decides for each
 * seed on its own. A batch may begin in one pass and end in the next, so after k batches k * batchSize / count
 * epochs have gone by, exactly.
 */
export function batches(sets: readonly Dataset[], orders: readonly Random[], batchSize: number): () => Batch {
  const rowsOf = sets.map((set, i) => rowOrder(set.count, orders[i]!))
  return () => {
    const picks = rowsOf.map((next) => Int32Array.from({ length: batchSize }, next))
    return gather(sets, (set, row) => picks[set]![row]!, batchSize)
  }
}

/** The first `rows` rows of every set, by default all of them. */
export const firstRows = (sets: readonly Dataset[], rows = sets[0]?.count ?? 0): Batch =>
  gather(sets, (_set, row) => row, rows)

function gather(sets: readonly Dataset[], pick: (set: number, row: number) => number, rows: number): Batch {
  const features = sets[0]?.features ?? 0
  const x = new Float32Array(sets.length * rows * features)
  const y = new Uint8Array(sets.length * rows)
  for (const [s, set] of sets.entries()) {
    if (set.features !== features) {
      throw new Error(`batches: expected sets of ${features} features, got one of ${set.features}`)
    }
    for (let row = 0; row < rows; row++) {
      const from = pick(s, row)
      x.set(set.x.subarray(from * features, (from + 1) * features), (s * rows + row) * features)
      y[s * rows + row] = set.y[from]!
    }
  }
  return { x, y, seeds: sets.length, rows, features }
}

/** All rows in random order, then all again in another. */
function rowOrder(count: number, order: Random): () => number {
  let pass = order.permutation(count)
  let position = 0
  return () => {
    if (position === count) {
      pass = order.permutation(count)
      position = 0
    }
    return pass[position++]!
  }
}
