import { expect, it } from 'vitest'
import { covers, labelLayout, labelMargin, labelWidth, lineWidth, thresholdBox } from './labels.ts'

const names = ['sigmoid', 'tanh', 'tanh N(0,1)', 'Leaky ReLU']
const values = ['4.9×10⁻⁸', '0.12', '520', '0.98']

it('two lines where there is room, one where there is not', () => {
  expect(labelLayout(names, values, 290, 200).form).toBe('stacked')
  expect(labelLayout(names, values, 78, 200).form).toBe('line')
})

it('a name goes before anything is cut off', () => {
  expect(labelLayout(names, values, 78, 80).form).toBe('value')
})

it('the names of a phone are smaller, and fit', () => {
  const { form, scale } = labelLayout(names, values, 220, 66)
  expect(form).toBe('stacked')
  expect(scale).toBeGreaterThan(0.8)
  expect(scale).toBeLessThan(1)
  expect(labelLayout(names, values, 220, 100).scale).toBe(1)
})

it('the margin is as wide as the labels, within reason', () => {
  expect(labelMargin(names, values, 900)).toBe(Math.round(lineWidth(names, values) + 24))
  expect(labelMargin(names, values, 354)).toBeCloseTo(354 * 0.3, 0)
  expect(labelMargin(names, values, 200)).toBe(76)
})

it('labels know when they lie over the name of a threshold', () => {
  const box = thresholdBox('ln 10', 100, 300, false)
  expect(box).toMatchObject({ right: 295, top: 81, bottom: 97 })
  expect(thresholdBox('ln 10', 100, 300, true)).toMatchObject({ top: 103, bottom: 119 })
  const rows = [
    [20, 54],
    [80, 114],
  ] as const
  const column = (left: number) => ({ left, right: left + labelWidth('stacked', ['Small'], ['2.3']) })
  expect(covers(column(100), rows, box)).toBe(false)
  expect(covers(column(240), rows, box)).toBe(true)
  expect(covers(column(240), rows.slice(0, 1), box)).toBe(false)
  expect(covers(column(310), rows, box)).toBe(false)
})
