import { describe, expect, it } from 'vitest'
import {
  capital,
  formatClock,
  formatNumber,
  formatPercent,
  formatRate,
  formatSetting,
  formatTick,
  list,
} from './format.ts'

describe('formatNumber', () => {
  it.each([
    [0.25318, '0.25'],
    [0.0135, '0.013'],
    [0.00294, '0.0029'],
    [0.00081, '8.1×10⁻⁴'],
    [8e-4, '8×10⁻⁴'],
    [43.8, '44'],
    [1.55, '1.6'],
    [0.998, '1.0'],
    [0.000999, '0.0010'],
    [9.97, '10'],
    [-0.5, '−0.50'],
    [0, '0'],
    [3.4e38, '3.4×10³⁸'],
    [Number.NaN, 'NaN'],
    [Infinity, 'NaN'],
  ])('%d reads %s', (value, text) => expect(formatNumber(value)).toBe(text))
})

describe('formatPercent', () => {
  it('never rounds up to a perfect score', () => {
    expect(formatPercent(0.998)).toBe('99.8%')
    expect(formatPercent(0.99)).toBe('99%')
    expect(formatPercent(Math.fround(0.99))).toBe('99%')
    expect(formatPercent(1)).toBe('100%')
    expect(formatPercent(0.921)).toBe('92%')
    expect(formatPercent(0.002)).toBe('0.2%')
    expect(formatPercent(0)).toBe('0%')
  })
})

it('ticks are short', () => {
  expect([0.0001, 0.01, 1, 10, 1e5].map((tick) => formatTick(tick))).toEqual([
    '10⁻⁴',
    '0.01',
    '1',
    '10',
    '10⁵',
  ])
  expect(formatTick(1e-6)).toBe('10⁻⁶')
  expect(formatTick(-3)).toBe('−3')
  expect(formatTick(0.5, 'percent')).toBe('50%')
})

it('a symbol at the start of a line is not another symbol', () => {
  expect(capital('σ of the weights')).toBe('σ of the weights')
  expect(capital('test accuracy')).toBe('Test accuracy')
})

it('settings, clocks, rates and lists', () => {
  expect(formatSetting(0.02236)).toBe('0.0224')
  expect(formatClock(33.4, 200)).toBe('33')
  expect(formatClock(3.44, 10)).toBe('3.4')
  expect(formatRate(12_050)).toBe('12 050')
  expect(formatRate(0.82)).toBe('0.8')
  expect(list(['a', 'b', 'c'])).toBe('a, b and c')
})
