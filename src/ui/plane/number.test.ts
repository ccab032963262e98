import { expect, it } from 'vitest'
import { decimals, pair } from './number.ts'

it('writes 0 for 0 alone', () => {
  expect([0, -0, 1.5, -0.816, 3.1e-7, 0.0049, 144.2, Infinity].map(decimals)).toEqual([
    '0',
    '0',
    '1.50',
    '−0.82',
    '3.1×10⁻⁷',
    '0.0049',
    '144',
    '∞',
  ])
  expect(pair([-1, 0])).toBe('(−1.00, 0)')
})
