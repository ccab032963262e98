import { expect, it } from 'vitest'
import { random } from './random.ts'
import { symmetricEigen } from './symmetricEigen.ts'

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)

it('finds what is known', () => {
  const { values, vectors } = symmetricEigen([
    [2, 1],
    [1, 2],
  ])
  expect(values[0]).toBeCloseTo(3, 12)
  expect(values[1]).toBeCloseTo(1, 12)
  expect(Math.abs(vectors[0]![0]!)).toBeCloseTo(Math.SQRT1_2, 12)
})

it('leaves a diagonal matrix as it is, from the greatest value to the least', () => {
  const { values } = symmetricEigen([
    [1, 0, 0],
    [0, 5, 0],
    [0, 0, 3],
  ])
  expect(values).toEqual([5, 3, 1])
})

it('gives unit vectors at right angles that the matrix only stretches', () => {
  const r = random(1)
  const half = Array.from({ length: 11 }, () => Array.from({ length: 11 }, () => r.normal()))
  const matrix = half.map((a) => half.map((b) => dot(a, b)))
  const { values, vectors } = symmetricEigen(matrix)
  vectors.forEach((vector, k) => {
    matrix.forEach((row, i) => expect(dot(row, vector)).toBeCloseTo(values[k]! * vector[i]!, 9))
    vectors.forEach((other, j) => expect(dot(vector, other)).toBeCloseTo(j === k ? 1 : 0, 10))
  })
})

it('says so when it was given no numbers', () => {
  const broken = [
    [1, Number.NaN],
    [Number.NaN, 1],
  ]
  expect(() => symmetricEigen(broken)).toThrow(/finite numbers/)
})
