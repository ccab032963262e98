import { expect, it } from 'vitest'
import { random } from '../../nn/random.ts'
import { cloud, draws, type CloudSettings } from './cloud.ts'
import { apply, diagonal, multiply, transpose, type Matrix, type Vector } from './matrix.ts'
import { conditionNumber, correlation, covariance, mean, principalAxes } from './statistics.ts'
import { distance, isWhitening, methods, shrunk, transformed, transformOf } from './transforms.ts'

const settings: CloudSettings = { correlation: 0.8, spread: [12, 9], mean: [55, 30] }
const seeds = [0, 1, 2, 3, 4]
const cloudOf = (seed: number, changed: Partial<CloudSettings> = {}) =>
  cloud(draws(seed), { ...settings, ...changed })

const expectMatrix = (found: Matrix, wanted: Matrix, within: number) => {
  for (const row of [0, 1] as const)
    for (const column of [0, 1] as const)
      expect(Math.abs(found[row][column] - wanted[row][column])).toBeLessThan(within)
}
const one = diagonal(1, 1)

it('has mean, covariance and correlation of four points that can be done by hand', () => {
  const points: Vector[] = [
    [1, 2],
    [3, 2],
    [1, 6],
    [3, 6],
  ]
  expect(mean(points)).toEqual([2, 4])
  expect(covariance(points)).toEqual([
    [1, 0],
    [0, 4],
  ])
  expect(correlation(covariance(points))).toBe(0)
  expect(
    correlation([
      [4, -6],
      [-6, 9],
    ]),
  ).toBe(-1)
  expect(correlation(diagonal(0, 3))).toBe(0)
  expect(() => mean([])).toThrow('at least one point')
})

it('finds eigenvalues and eigenvectors that put the matrix together again', () => {
  expect(
    principalAxes([
      [2, 1],
      [1, 2],
    ]).values,
  ).toEqual([3, 1])
  const source = random(0)
  for (let i = 0; i < 50; i++) {
    const [a, d] = [source.uniform(0.1, 9), source.uniform(0.1, 9)]
    const b = source.uniform(-0.95, 0.95) * Math.sqrt(a * d)
    const { values, vectors } = principalAxes([
      [a, b],
      [b, d],
    ])
    expect(values[0]).toBeGreaterThanOrEqual(values[1])
    const again = multiply(transpose(vectors), multiply(diagonal(...values), vectors))
    expectMatrix(
      again,
      [
        [a, b],
        [b, d],
      ],
      1e-12,
    )
    expectMatrix(multiply(vectors, transpose(vectors)), one, 1e-12)
    expect(vectors[0][0]).toBeGreaterThanOrEqual(0)
  }
})

it('centres without stretching, and standardises without taking the correlation away', () => {
  for (const seed of seeds) {
    const points = cloudOf(seed)
    const raw = covariance(points)
    expect(transformed(transformOf('raw', points), points)).toEqual(points)
    const centred = transformed(transformOf('centred', points), points)
    expect(Math.hypot(...mean(centred))).toBeLessThan(1e-9)
    expectMatrix(covariance(centred), raw, 1e-9)
    const standardised = transformed(transformOf('standardised', points), points)
    const rho = correlation(raw)
    expect(rho).toBeGreaterThan(0.6)
    expect(Math.hypot(...mean(standardised))).toBeLessThan(1e-9)
    expectMatrix(
      covariance(standardised),
      [
        [1, rho],
        [rho, 1],
      ],
      1e-9,
    )
  }
})

it('whitens: the covariance is the identity, however the whitened cloud is turned', () => {
  for (const seed of seeds)
    for (const method of methods.filter(isWhitening))
      for (const rho of [-0.99, -0.3, 0, 0.8, 0.999])
        for (const turn of [0, 33, -120]) {
          const points = cloudOf(seed, { correlation: rho })
          const transform = transformOf(method, points, turn)
          const white = transformed(transform, points)
          expect(transform.epsilon).toBe(0)
          expectMatrix(covariance(white), one, 1e-9)
          expect(Math.hypot(...mean(white))).toBeLessThan(1e-9)
        }
})

it('PCA whitening puts the principal axes on the axes of the plot; ZCA leaves their directions', () => {
  const points = cloudOf(0)
  const [long, short] = principalAxes(covariance(points)).vectors
  const pca = transformOf('pca', points).matrix
  expect(Math.abs(apply(pca, long)[1])).toBeLessThan(1e-12)
  expect(Math.abs(apply(pca, short)[0])).toBeLessThan(1e-12)
  const zca = transformOf('zca', points).matrix
  expect(Math.abs(zca[0][1] - zca[1][0])).toBeLessThan(1e-12)
  const turned = apply(zca, long)
  expect(Math.abs(turned[0] * long[1] - turned[1] * long[0])).toBeLessThan(1e-12)
})

it('no whitening stays nearer than ZCA, to the centred cloud as to the shrunk one', () => {
  const source = random(1)
  for (const seed of seeds) {
    const points = cloudOf(seed)
    const zca = transformed(transformOf('zca', points), points)
    for (const from of [transformOf('centred', points), shrunk(points)]) {
      const before = transformed(from, points)
      const least = distance(zca, before)
      expect(distance(transformed(transformOf('pca', points), points), before)).toBeGreaterThan(least)
      for (let i = 0; i < 20; i++) {
        const turn = source.uniform(1, 359)
        const other = transformed(transformOf('zca', points, turn), points)
        const mirrored = other.map(([x, y]): Vector => [-x, y])
        expect(distance(other, before)).toBeGreaterThan(least)
        expect(distance(mirrored, before)).toBeGreaterThan(least)
      }
    }
  }
})

it('the shrunk cloud has variances that add up to 2, and the shape of the centred one', () => {
  const points = cloudOf(2)
  const [[xx, xy], [, yy]] = covariance(transformed(shrunk(points), points))
  expect(xx + yy).toBeCloseTo(2, 12)
  expect(correlation(covariance(points))).toBeCloseTo(xy / Math.sqrt(xx * yy), 12)
})

it('adds an epsilon where the points lie on a line, and the line stays a line', () => {
  const line = cloudOf(0, { correlation: 1 })
  expect(conditionNumber(principalAxes(covariance(line)).values)).toBe(Infinity)
  for (const method of methods.filter(isWhitening)) {
    const transform = transformOf(method, line)
    expect(transform.epsilon).toBeGreaterThan(0)
    const { values } = principalAxes(covariance(transformed(transform, line)))
    expect(values[0]).toBeCloseTo(1, 5)
    expect(values[1]).toBeLessThan(1e-6)
  }
})

it('leaves a cloud of one place there, and a feature that never varies at 0', () => {
  const place: Vector[] = [
    [3, 4],
    [3, 4],
  ]
  for (const method of methods.filter((each) => each !== 'raw'))
    expect(transformed(transformOf(method, place), place).map((point) => Math.hypot(...point))).toEqual([
      0, 0,
    ])
  const flat: Vector[] = [
    [1, 4],
    [3, 4],
  ]
  expect(transformed(transformOf('standardised', flat), flat)).toEqual([
    [-1, 0],
    [1, 0],
  ])
})

it('distance wants the same points twice', () => {
  expect(distance([[3, 4]], [[0, 0]])).toBe(25)
  expect(() => distance([[3, 4]], [])).toThrow('got 1 and 0')
})
