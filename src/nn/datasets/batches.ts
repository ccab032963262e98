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

/** Which rows the batches take, without end. */
export interface BatchOrder {
  /** The rows of the next `count` batches, `[count, seeds, batchSize]`, flat. */
  next(count?: number): Int32Array
  /** Lets `count` batches go by. */
  skip(count: number): void
}

/**
 * Endless batches of `batchSize` rows. Every pass takes each row once, in an order that `orders` decides for each
 * seed on its own. A batch may begin in one pass and end in the next, so after k batches k * batchSize / rows
 * epochs have gone by, exactly.
 * @param rows of each set.
 */
export function batchOrder(rows: number, orders: readonly Random[], batchSize: number): BatchOrder {
  const rowsOf = orders.map((order) => rowOrder(rows, order))
  return {
    next(count = 1) {
      const picks = new Int32Array(count * orders.length * batchSize)
      for (let at = 0; at < picks.length;)
        for (const take of rowsOf) {
          take(picks, at, at + batchSize)
          at += batchSize
        }
      return picks
    },
    skip(count) {
      const picks = new Int32Array(count * batchSize)
      for (const take of rowsOf) take(picks, 0, picks.length)
    },
  }
}

/**
 * The same rows in the same order, each as one of its versions, by chance.
 * @param versions how many there are of each row; row i of `order` becomes one of i * versions, ..., (i + 1) * versions - 1.
 * @param randoms one generator per seed, for nothing else.
 */
export function anyVersion(order: BatchOrder, versions: number, randoms: readonly Random[]): BatchOrder {
  return {
    next(count = 1) {
      const picks = order.next(count)
      const rows = picks.length / count / randoms.length
      for (let at = 0; at < picks.length;)
        for (const random of randoms)
          for (const end = at + rows; at < end; at++)
            picks[at] = picks[at]! * versions + random.integer(versions)
      return picks
    },
    skip(count) {
      this.next(count)
    },
  }
}

/**
 * The order of what the seeds learn from where each row is there in so many versions: `batchOrder` of the rows, each in
 * a version that is drawn from generators of its own, so the rows are those of the same seed without versions.
 */
export function versionOrder(
  rows: number,
  versions: number,
  orders: readonly Random[],
  batchSize: number,
): BatchOrder {
  const order = batchOrder(rows, orders, batchSize)
  if (versions === 1) return order
  const chances = orders.map((each) => each.split('version'))
  return anyVersion(order, versions, chances)
}

/** The rows `picks`, `[seeds, rows]`, of every set. */
export const pickRows = (sets: readonly Dataset[], picks: Int32Array): Batch => {
  const rows = picks.length / sets.length
  return gather(sets, (set, row) => picks[set * rows + row]!, rows)
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

/** All rows in random order, then all again in another: writes the next ones from place `from` up to `to`. */
function rowOrder(count: number, order: Random): (picks: Int32Array, from: number, to: number) => void {
  let pass = order.permutation(count)
  let position = 0
  return (picks, from, to) => {
    for (let at = from; at < to; at++) {
      if (position === count) {
        pass = order.permutation(count)
        position = 0
      }
      picks[at] = pass[position++]!
    }
  }
}
