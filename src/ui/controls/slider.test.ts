import { expect, it } from 'vitest'
import { range } from '../../lab/config.ts'
import { fromPosition, notches, toPosition } from './slider.ts'

const rate = range({ label: 'learning rate', min: 0.001, max: 1, default: 0.1, scale: 'log' })
const depth = range({ label: 'depth', min: 2, max: 12, default: 6, step: 1 })

it('ends are exact', () => {
  for (const field of [rate, depth]) {
    expect(fromPosition(field, 0)).toBe(field.min)
    expect(fromPosition(field, notches)).toBe(field.max)
  }
})

it('a log slider spends as much way on each decade, and stops at readable values', () => {
  expect(fromPosition(rate, Math.round(notches / 3))).toBeCloseTo(0.01, 3)
  expect(toPosition(rate, 0.01)).toBe(Math.round(notches / 3))
  for (let position = 0; position <= notches; position++)
    expect(String(fromPosition(rate, position)).replace(/^0\.0*/, '').length).toBeLessThanOrEqual(2)
})

it('a slider with steps stops at whole steps and finds its own values again', () => {
  for (let value = 2; value <= 12; value++) expect(fromPosition(depth, toPosition(depth, value))).toBe(value)
})
