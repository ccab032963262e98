/** In which order weights are cut, and what is left of them at a sparsity. No tfjs. */

/**
 * One number for each weight, the more important the greater: for each layer `[seeds, inputs, units]`, flat. -Infinity is
 * cut before all others: so stay cut, for example, the weights that are cut already.
 */
export type Scores = readonly Float32Array[]

/**
 * Where one threshold counts: `global` over all layers of a network, `layer` in each of them, so that all layers lose the
 * same share.
 */
export type Scope = 'global' | 'layer'

export interface CutOrder {
  /** For each layer `[seeds, inputs, units]`, flat: how many weights of the scope are cut before this one. */
  places: readonly Int32Array[]
  /** For each layer: the number of weights in its scope, in one seed. */
  counts: readonly number[]
}

/** The least important first; of equal ones that with the smaller index, first layer first. Each seed on its own. */
export function cutOrder(scores: Scores, seeds: number, scope: Scope): CutOrder {
  const sizes = scores.map(({ length }) => length / seeds)
  const places = scores.map(({ length }) => new Int32Array(length))
  const groups = scope === 'global' ? [sizes.map((_, layer) => layer)] : sizes.map((_, layer) => [layer])
  const counts = sizes.map((size) => (scope === 'global' ? sizes.reduce((sum, each) => sum + each, 0) : size))
  for (const layers of groups)
    for (let seed = 0; seed < seeds; seed++) {
      const parts = layers.map((layer) => seedOf(scores[layer]!, seed, seeds))
      const ranks = ascending(joined(parts))
      let start = 0
      for (const layer of layers) {
        seedOf(places[layer]!, seed, seeds).set(ranks.subarray(start, (start += sizes[layer]!)))
      }
    }
  return { places, counts }
}

/**
 * What is left: for each layer `[seeds, inputs, units]`, flat, 1 where a weight is kept and 0 where it is cut.
 * @param sparsity the share of the weights that is cut, 0 to 1; rounded to whole weights. A greater one cuts what a
 * smaller one does, and more.
 */
export function masksAt({ places, counts }: CutOrder, sparsity: number): Float32Array[] {
  if (!(sparsity >= 0 && sparsity <= 1))
    throw new Error(`masksAt: expected a sparsity from 0 to 1, the share that is cut, got ${sparsity}`)
  return places.map((layer, i) => {
    const cut = Math.round(sparsity * counts[i]!)
    return Float32Array.from(layer, (place) => (place < cut ? 0 : 1))
  })
}

const seedOf = <A extends Float32Array | Int32Array>(values: A, seed: number, seeds: number): A => {
  const size = values.length / seeds
  return values.subarray(seed * size, (seed + 1) * size) as A
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let start = 0
  for (const part of parts) {
    all.set(part, start)
    start += part.length
  }
  return all
}

/** Bits of an index that a key has room for beside the 32 of a score: together they are whole numbers below 2^53. */
const most = 2 ** 21

/**
 * For each value how many come before it in ascending order. Value and index together make one number, because numbers
 * are sorted ten times as fast as pairs.
 */
function ascending(values: Float32Array): Int32Array {
  if (values.length > most)
    throw new Error(`cutOrder: expected at most ${most} weights in a scope, got ${values.length}`)
  // -0 and 0 are equal, and their bits are not.
  const bits = new Uint32Array(Float32Array.from(values, (value) => value + 0).buffer)
  const keys = new Float64Array(values.length)
  for (let i = 0; i < keys.length; i++) {
    const bit = bits[i]!
    // The bits of floats grow with positive numbers and fall with negative ones.
    keys[i] = (bit >>> 31 ? ~bit >>> 0 : bit + 2 ** 31) * most + i
  }
  keys.sort()
  const ranks = new Int32Array(keys.length)
  for (let place = 0; place < keys.length; place++) ranks[keys[place]! % most] = place
  return ranks
}
