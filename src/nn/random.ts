/**
 * The only source of randomness: a seeded generator that can be split by purpose.
 *
 * `random(seed).split('weights')` gives the same numbers however much was drawn from `random(seed)` or from
 * its other children before. So two networks with the same seed share what they must (data, batch order,
 * starting weights) even if one of them draws more. Not for cryptography. No tfjs.
 */

export interface Random {
  /** The next number from the uniform distribution on [low, high), by default [0, 1). */
  uniform(low?: number, high?: number): number
  /** The next number from the normal distribution, by default with mean 0 and standard deviation 1. */
  normal(mean?: number, std?: number): number
  /** The next integer from 0 to n - 1, all equally likely. */
  integer(n: number): number
  /** Puts the elements in random order, in place, and returns the same array. */
  shuffle<A extends Mutable>(array: A): A
  /** The integers 0 to n - 1 in random order. */
  permutation(n: number): Int32Array
  /** For each of the next `count` uniform numbers 1 where it is at least `threshold`, otherwise 0. */
  atLeast(threshold: number, count: number): Uint8Array
  /** An independent generator for one purpose. The same name gives the same stream, whatever was drawn before. */
  split(name: string): Random
  /** The 64 bits that the numbers of `split(name)` follow from, for kernels that draw them (see simd/assembly/dropout.ts). */
  key(name: string): readonly [number, number]
}

type Mutable = unknown[] | Float32Array | Float64Array | Int32Array | Uint32Array | Uint8Array

/** @param seed a safe integer, of either sign. */
export function random(seed: number): Random {
  if (!Number.isSafeInteger(seed)) {
    throw new Error(`random: expected an integer seed, got ${seed}; use a whole number such as 0`)
  }
  const low = mix(seed >>> 0)
  return stream(low, mix((Math.floor(seed / 2 ** 32) ^ 0x9e3779b9) >>> 0) ^ low)
}

/** A generator for the 64-bit key (a, b): the key decides both its numbers and its children. */
function stream(a: number, b: number): Random {
  const next = sfc32(a, b)
  let spare: number | null = null

  const uniform = (low = 0, high = 1) => low + (high - low) * next()
  const integer = (n: number) => {
    if (!Number.isInteger(n) || n < 1)
      throw new Error(`integer: expected a whole number of at least 1, got ${n}`)
    return Math.floor(next() * n)
  }
  /** Box and Muller (1958): two uniform numbers make two normal ones; the second waits for the next call. */
  const standardNormal = () => {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()))
    const angle = 2 * Math.PI * next()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
  /** Fisher and Yates: every order is equally likely. */
  const shuffle = <A extends Mutable>(array: A): A => {
    for (let i = array.length - 1; i > 0; i--) {
      const j = integer(i + 1)
      const kept = array[i]
      array[i] = array[j]
      array[j] = kept
    }
    return array
  }

  /** `shuffle` of 0 to n - 1, by the same draws. Every epoch of a fast network needs one, so it is a loop of its own. */
  const permutation = (n: number) => {
    const order = new Int32Array(n)
    for (let i = 0; i < n; i++) order[i] = i
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const kept = order[i]!
      order[i] = order[j]!
      order[j] = kept
    }
    return order
  }

  /** Without a branch, which would be guessed wrongly as often as the numbers are random. */
  const atLeast = (threshold: number, count: number) => {
    const found = new Uint8Array(count)
    for (let i = 0; i < count; i++) found[i] = Number(next() >= threshold)
    return found
  }
  const key = (name: string) => [hash(name, a), hash(name, b ^ 0x85ebca6b)] as const

  return {
    uniform,
    normal: (mean = 0, std = 1) => mean + std * standardNormal(),
    integer,
    shuffle,
    permutation,
    atLeast,
    split: (name) => stream(...key(name)),
    key,
  }
}

/**
 * sfc32 of Chris Doty-Humphrey's PractRand: 128 bits of state, of which a 32-bit counter, so no short cycles.
 * Returns numbers on [0, 1) that are multiples of 2^-32.
 */
function sfc32(a: number, b: number): () => number {
  // In an array, where they stay plain integers: as variables of a closure each would be a new object at every draw.
  const state = Int32Array.of(a, b, 0x2545f491, 1)
  const next = () => {
    const [second, third, counter] = [state[1]!, state[2]!, state[3]!]
    const sum = (state[0]! + second + counter) | 0
    state[0] = second ^ (second >>> 9)
    state[1] = third + (third << 3)
    state[2] = ((third << 21) | (third >>> 11)) + sum
    state[3] = counter + 1
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

/** FNV-1a over the name's UTF-16 code units, started from a key, then mixed. */
function hash(name: string, key: number): number {
  let h = mix(key >>> 0) ^ 0x811c9dc5
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return mix((h ^ name.length) >>> 0)
}

/** The finalizer of MurmurHash3: changes about half of the 32 bits when one bit of the input changes. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
