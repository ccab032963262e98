import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsBetween, percentOf, readParts, writeParts } from './parts.ts'

it('counts the parts whose middle was on the screen', () => {
  expect(percentOf(partsBetween(0, 1))).toBe(100)
  expect(percentOf(partsBetween(0, 0.5))).toBe(50)
  expect(percentOf(partsBetween(0.1, 0.104))).toBe(0)
  expect(percentOf(partsBetween(-3, 0.02))).toBe(2)
  expect(percentOf(partsBetween(0.99, 7))).toBe(1)
  expect(percentOf(partsBetween(0.5, 0.2))).toBe(0)
  expect(percentOf(partsBetween(Number.NaN, 1))).toBe(0)
})

it('the whole is the sum of its screens, wherever they are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (cuts) => {
      const ends = [0, ...cuts.sort((a, b) => a - b), 1]
      const parts = ends.slice(1).map((end, i) => partsBetween(ends[i]!, end))
      expect(percentOf(parts.reduce((all, one) => all | one, 0n))).toBe(100)
    }),
    { seed: 1 },
  )
})

it('any text is parts, and what was written is read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{0,30}$/)), (text) => {
      expect(percentOf(readParts(text))).toBeLessThanOrEqual(100)
      expect(readParts(writeParts(readParts(text)))).toBe(readParts(text))
    }),
    { seed: 1 },
  )
  expect(readParts('f'.repeat(10_000))).toBe(0n)
})
