/** What torch/make.py has computed, read, and held against what the book computes. See docs/reference.md. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect } from 'vitest'
import * as tf from '../../src/nn/tf.ts'

export interface Stored {
  shape: number[]
  values: number[]
}
export type StoredByName = Record<string, Stored>

/** The lists of cases of one file, by their names. */
export const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'))

/** Cases with their names before them, for the titles of tests. */
export const named = <C extends { name: string }>(cases: readonly C[]): [string, C][] =>
  cases.map((each) => [each.name, each])

export const tensorOf = ({ shape, values }: Stored, dtype: 'float32' | 'int32' = 'float32'): tf.Tensor =>
  tf.tensor(values, shape, dtype)

export function assign(variable: tf.Variable, { values }: Stored): void {
  tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)))
}

/**
 * The largest difference, as a share of the largest number that is expected, or of `least` if that is more (of 1 where
 * all are 0). Infinity where there are more or fewer numbers than expected, NaN where one is.
 */
function difference(found: ArrayLike<number>, expected: ArrayLike<number>, least: number): number {
  if (found.length !== expected.length) return Infinity
  const scale = Math.max(least, ...Array.from(expected, Math.abs)) || 1
  return Math.max(...Array.from(expected, (each, i) => Math.abs(found[i]! - each) / scale))
}

/** How far each may be: what is computed once, a gradient, losses and weights after some steps, and the way they went. */
const within = { forward: 1e-5, gradient: 1e-5, steps: 1e-3, movement: 1e-3 }

let largest: Partial<Record<keyof typeof within, number>> = {}

/**
 * Holds numbers against those of the fixture. @param what is named where they differ. @param least differences are
 * shares of the largest number, or of this.
 */
export function expectLike(
  kind: keyof typeof within,
  what: string,
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  least = 0,
): void {
  const off = difference(found, expected, least)
  largest[kind] = Math.max(largest[kind] ?? 0, off)
  expect(off, `${what}: largest difference, as a share of the largest number`).toBeLessThanOrEqual(
    within[kind],
  )
}

/** A part of what is compared; `npm run reference` says the largest differences of each. */
export function part(name: string, tests: () => void): void {
  describe.each([name])('%s', () => {
    tests()
    afterAll(() => {
      const parts = Object.entries(largest).map(([kind, off]) => `${kind} ${off.toExponential(1)}`)
      if (process.env['REFERENCE'] === 'all') console.log(`${name}: ${parts.join(', ')}`)
      largest = {}
    })
  })
}

/** The value of `compute`, and its gradients by `by` where that of its outputs is `dy`. */
export function differentiated(
  compute: () => tf.Tensor,
  by: Readonly<Record<string, tf.Tensor>>,
  dy: Stored | null,
): { value: Float32Array; gradients: Record<string, Float32Array> } {
  return tf.tidy(() => {
    // What is handed on as it came has no gradient of its own, as with the linear activation.
    const passed = () => tf.clone(compute())
    const given = dy ? tensorOf(dy) : undefined
    const { value, grads } = tf.engine().gradients(passed, Object.values(by), given)
    const names = Object.keys(by)
    return {
      value: value.dataSync() as Float32Array,
      gradients: Object.fromEntries(names.map((name, i) => [name, grads[i]!.dataSync() as Float32Array])),
    }
  })
}

export function expectGradients(found: Record<string, Float32Array>, expected: StoredByName): void {
  expect(Object.keys(found)).toEqual(Object.keys(expected))
  for (const [name, { values }] of Object.entries(expected))
    expectLike('gradient', `gradient by ${name}`, found[name]!, values)
}
