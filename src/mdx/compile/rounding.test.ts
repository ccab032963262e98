import { describe, expect, it } from 'vitest'
import { printNumber, printSpread } from './rounding.ts'

describe('a number in prose', () => {
  it.each([
    [0.0000041234, { as: 'number' }, '0.0000041'],
    [1.0812, { as: 'number', decimals: 2 }, '1.08'],
    [2231.4, { as: 'number', digits: 3 }, '2230'],
    [-0.301, { as: 'number' }, '−0.30'],
    [1.02e-10, { as: 'number', digits: 1 }, '10⁻¹⁰'],
    [3.46e-10, { as: 'number', digits: 2 }, '3.5×10⁻¹⁰'],
    [0, { as: 'number' }, '0.0'],
    [0, { as: 'number', decimals: 0 }, '0'],
    [0.5412, { as: 'percent' }, '54%'],
    [0.9918, { as: 'percent' }, '99.2%'],
    [0.9918, { as: 'percent', decimals: 0 }, '99%'],
    [1, { as: 'percent' }, '100%'],
    [0.004, { as: 'percent' }, '0.4%'],
    [0, { as: 'percent' }, '0%'],
    [0.1, { as: 'percent', decimals: 1 }, '10.0%'],
    [-0.004, { as: 'points' }, '−0.4'],
    [0.028, { as: 'points' }, '2.8'],
    [-0.0001, { as: 'points' }, '0.0'],
    [4, { as: 'word' }, 'four'],
    [0, { as: 'word' }, 'no'],
    [40, { as: 'word' }, '40'],
  ] as const)('%d as %j is %s', (value, rounding, text) => {
    expect(printNumber(value, rounding)).toBe(text)
  })
})

describe('a mean and its spread', () => {
  it.each([
    [0.8704, 0.0114, { as: 'percent' }, '87.0 ± 1.1%'],
    [60.2, 7.4, { as: 'number' }, '60 ± 7'],
    [101.8, 10.2, { as: 'number' }, '102 ± 10'],
    [101.8, 35.5, { as: 'number' }, '102 ± 36'],
    [0.1234, 0.00354, { as: 'number' }, '0.1234 ± 0.0035'],
    [0.1234, 0.00355, { as: 'number' }, '0.123 ± 0.004'],
    [0.827, 0.119, { as: 'number' }, '0.83 ± 0.12'],
    [0.827, 0.367, { as: 'number' }, '0.8 ± 0.4'],
    [5.2, 0.0975, { as: 'number' }, '5.20 ± 0.10'],
    [-0.004, 0.0123, { as: 'points' }, '−0.4 ± 1.2'],
    [0.1, 0, { as: 'percent' }, '10.0 ± 0.0%'],
    [60.2, 7.4, { as: 'number', decimals: 1 }, '60.2 ± 7.4'],
  ] as const)('%d ± %d as %j is %s', (mean, spread, rounding, text) => {
    expect(printSpread(mean, spread, rounding).replaceAll('\u00a0', ' ')).toBe(text)
  })
})
