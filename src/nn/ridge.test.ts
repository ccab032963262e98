import { describe, expect, it } from 'vitest'
import { random } from './random.ts'
import { ridge } from './ridge.ts'
import { symmetricEigen } from './symmetricEigen.ts'

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
const drawn = (points: number, count: number) => {
  const r = random(points * 1000 + count)
  const vector = () => Float64Array.from({ length: points }, () => r.normal())
  return { features: Array.from({ length: count }, vector), y: vector() }
}
const predicted = (features: readonly Float64Array[], w: Float64Array) =>
  Float64Array.from(features[0]!, (_, i) =>
    dot(
      features.map((feature) => feature[i]!),
      w,
    ),
  )

/** The same by the eigenvectors of XᵀX: those without curvature take no part, so the solution is the shortest. */
function byEigenvectors(features: readonly Float64Array[], y: Float64Array, lambda: number): number[] {
  const { values, vectors } = symmetricEigen(features.map((a) => features.map((b) => dot(a, b))))
  const target = features.map((feature) => dot(feature, y))
  const w = features.map(() => 0)
  values.forEach((value, k) => {
    if (value <= 1e-9 * values[0]!) return
    const along = dot(vectors[k]!, target) / (value + lambda)
    vectors[k]!.forEach((part, j) => {
      w[j]! += along * part
    })
  })
  return w
}

describe('ridge', () => {
  it('finds the line', () => {
    const x = Float64Array.from([0, 1, 2, 3])
    const one = x.map(() => 1)
    const [a, b] = ridge(
      [one, x],
      x.map((value) => 3 - 2 * value),
      0,
    )
    expect(a).toBeCloseTo(3, 12)
    expect(b).toBeCloseTo(-2, 12)
  })

  it('shrinks one weight by what the penalty adds to the sum of squares', () => {
    expect(ridge([Float64Array.of(1, 2)], Float64Array.of(1, 2), 5)[0]).toBeCloseTo(5 / 10, 12)
  })

  for (const [points, count] of [
    [12, 5],
    [12, 12],
    [5, 12],
  ] as const)
    for (const lambda of [0, 0.3])
      it(`agrees with the eigenvectors: ${points} points, ${count} features, penalty ${lambda}`, () => {
        const { features, y } = drawn(points, count)
        const w = ridge(features, y, lambda)
        byEigenvectors(features, y, lambda).forEach((value, j) => expect(w[j]).toBeCloseTo(value, 7))
        // The normal equations.
        const left = predicted(features, w)
        features.forEach((feature, j) =>
          expect(dot(feature, left) + lambda * w[j]!).toBeCloseTo(dot(feature, y), 9),
        )
      })

  it('passes through all points where features outnumber them, and a feature more never makes the weights longer', () => {
    const { features, y } = drawn(10, 40)
    let shorter = Infinity
    for (let count = 10; count <= 40; count++) {
      const w = ridge(features.slice(0, count), y, 0)
      predicted(features.slice(0, count), w).forEach((value, i) => expect(value).toBeCloseTo(y[i]!, 9))
      expect(dot(w, w)).toBeLessThanOrEqual(shorter * (1 + 1e-9))
      shorter = dot(w, w)
    }
  })

  it('keeps its digits on powers of x up to 12', () => {
    const r = random(0)
    const x = Float64Array.from({ length: 15 }, () => r.uniform(-1, 1))
    const known = Array.from({ length: 13 }, () => r.normal())
    const powers = known.map((_, k) => x.map((value) => value ** k))
    const w = ridge(powers, predicted(powers, Float64Array.from(known)), 0)
    known.forEach((value, k) => expect(w[k]).toBeCloseTo(value, 6))
  })

  it('leaves what it was given as it was', () => {
    const { features, y } = drawn(4, 6)
    const copies = structuredClone({ features, y })
    ridge(features, y, 0.1)
    ridge(features.slice(0, 3), y, 0.1)
    expect({ features, y }).toEqual(copies)
  })

  it('says what is wrong', () => {
    const x = Float64Array.of(1, 2, 3)
    expect(() => ridge([x, x], x, 0)).toThrow(/independent columns/)
    expect(ridge([x, x], x, 0.1)[0]).toBeCloseTo(14 / 28.1, 9)
    expect(() => ridge([x], x, -1)).toThrow(/at least 0, found -1/)
    expect(() => ridge([Float64Array.of(1)], x, 0)).toThrow(/3 values/)
  })
})
