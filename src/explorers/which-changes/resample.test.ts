import { expect, it } from 'vitest'
import { random } from '../../nn/random.ts'
import { distance, inkKept, resample, unchanged, type Change } from './resample.ts'

const size = 5
const draw = random(0)
const image = Float32Array.from({ length: size * size }, () => draw.uniform())
const changed = (change: Partial<Change>, of: ArrayLike<number> = image) =>
  resample(of, size, { ...unchanged, ...change })
/** How far apart two images are, infinitely where they are not of one size. */
const apart = (found: ArrayLike<number>, expected: ArrayLike<number>) =>
  found.length === expected.length ? distance(found, expected) : Infinity
const rounding = 1e-6
const pixels = (of: (column: number, row: number) => number) =>
  Array.from({ length: size * size }, (_, i) => of(i % size, Math.floor(i / size)))
const at = (column: number, row: number) =>
  column >= 0 && column < size && row >= 0 && row < size ? image[row * size + column]! : 0

it('leaves an image alone that nothing is done to', () => {
  expect(changed({})).toEqual(image)
})

it('moves by whole pixels, and paper comes in', () => {
  expect(
    apart(
      changed({ right: 1, down: -2 }),
      pixels((column, row) => at(column - 1, row + 2)),
    ),
  ).toBeLessThan(rounding)
})

it('between two pixels takes their mean', () => {
  expect(
    apart(
      changed({ right: 0.5 }),
      pixels((column, row) => (at(column, row) + at(column - 1, row)) / 2),
    ),
  ).toBeLessThan(rounding)
})

it('turns clockwise: by a quarter, by a half, and four quarters are none', () => {
  expect(
    apart(
      changed({ turn: 90 }),
      pixels((column, row) => at(row, size - 1 - column)),
    ),
  ).toBeLessThan(rounding)
  expect(apart(changed({ turn: 180 }), image.toReversed())).toBeLessThan(rounding)
  const quarter = (of: ArrayLike<number>) => changed({ turn: 90 }, of)
  expect(apart(quarter(quarter(quarter(quarter(image)))), image)).toBeLessThan(rounding)
})

it('mirrors, and twice is a half turn', () => {
  expect(
    apart(
      changed({ mirror: 'leftRight' }),
      pixels((column, row) => at(size - 1 - column, row)),
    ),
  ).toBeLessThan(rounding)
  expect(
    apart(changed({ mirror: 'upDown' }, changed({ mirror: 'leftRight' })), changed({ turn: 180 })),
  ).toBeLessThan(rounding)
})

it('stretches about the middle', () => {
  const bar = pixels((column) => (column === 2 ? 1 : 0))
  expect(
    apart(
      changed({ width: 2 }, bar),
      pixels((column) => [0, 0.5, 1, 0.5, 0][column]!),
    ),
  ).toBeLessThan(rounding)
  expect(apart(changed({ height: 2 }, bar), bar)).toBeLessThan(rounding)
})

it('measures as Euclid does, and counts the ink that has left the paper', () => {
  expect(distance([0, 3, 0], [4, 0, 0])).toBe(5)
  const bar = pixels((column) => (column > 2 ? 1 : 0))
  expect(inkKept(bar, changed({ right: 1 }, bar), unchanged)).toBeCloseTo(0.5, 6)
  expect(inkKept(bar, changed({ mirror: 'upDown' }, bar), unchanged)).toBeCloseTo(1, 6)
  expect(
    inkKept(
      pixels(() => 0),
      pixels(() => 0),
      unchanged,
    ),
  ).toBe(1)
})

it('refuses what is no square image, and a stretch to nothing', () => {
  expect(() => resample([1, 2, 3], 2, unchanged)).toThrow('expected 4 pixels, found 3')
  expect(() => changed({ width: 0 })).toThrow('expected factors above 0, found 0 and 1')
})
