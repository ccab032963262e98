import { assert, constantFrom, double, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { range, type RangeField } from '../../lab/config.ts'
import { positionOf, stops } from './slider.ts'

const rate = range({ label: 'learning rate', min: 0.001, max: 1, default: 0.1, scale: 'log' })
const times = range({ label: 'weights times', min: 0.25, max: 8, default: 1, scale: 'log' })
const depth = range({ label: 'depth', min: 2, max: 12, default: 6, step: 1 })
const hundredths = range({ label: 'α', min: -3, max: 3, default: 0.01, step: 0.01 })

/** What the drawer prints must tell neighbours apart, too. */
const printed = (value: number) => String(Number(value.toPrecision(3)))

const rises = (field: RangeField) => {
  const values = stops(field)
  values.slice(1).forEach((value, i) => {
    expect(value).toBeGreaterThan(values[i]!)
    expect(printed(value)).not.toBe(printed(values[i]!))
  })
  expect(values[0]).toBe(field.min)
  expect(values.at(-1)).toBe(field.max)
  expect(values.map((value) => positionOf(values, field.scale, value))).toEqual(values.map((_, i) => i))
}

it('every position has a value of its own, from end to end', () => {
  expect.hasAssertions()
  for (const field of [rate, times, depth, hundredths]) rises(field)
})

it('whatever the range, on a log scale', () => {
  const ends = property(
    integer({ min: -6, max: 2 }),
    constantFrom(1, 2.5, 5, 7),
    double({ min: 1.5, max: 4, noNaN: true }),
    (power, digit, decades) => {
      const min = Number(`${digit}e${power}`)
      const max = Number((min * 10 ** decades).toPrecision(1))
      rises(range({ label: 'x', min, max, default: max, scale: 'log' }))
    },
  )
  assert(ends, { seed: 1 })
})

it('round numbers are stops of a log slider', () => {
  const values = stops(range({ label: 'rate', min: 0.001, max: 10, default: 0.1, scale: 'log' }))
  for (const value of [0.001, 0.003, 0.01, 0.03, 0.05, 0.1, 0.3, 0.5, 1, 2, 3, 5, 10])
    expect(values).toContain(value)
})

it('the published value is a stop even where it is not round', () => {
  expect(stops(range({ label: 'rate', min: 0.01, max: 1, default: 0.123, scale: 'log' }))).toContain(0.123)
})

it('a log slider spends about as much way on each decade', () => {
  const values = stops(rate)
  const share = (value: number) => positionOf(values, 'log', value) / (values.length - 1)
  expect(share(0.01)).toBeCloseTo(1 / 3, 2)
  expect(share(0.0316)).toBeCloseTo(1 / 2, 1)
})

it('a value between two stops stands at the nearest', () => {
  const values = stops(rate)
  expect(values[positionOf(values, 'log', 0.0309)]).toBe(0.03)
  expect(values[positionOf(values, 'log', 7)]).toBe(1)
})
