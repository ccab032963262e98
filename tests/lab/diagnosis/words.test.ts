/** lab may not import ui, and the reader must not see two styles of number. */
import { expect, test } from 'vitest'
import { number, percent, setting } from '../../../src/lab/diagnosis/words.ts'
import { formatNumber, formatPercent, formatSetting } from '../../../src/ui/format.ts'

test('numbers read as in the figures', () => {
  for (const value of [
    0,
    1,
    -3,
    0.25,
    0.0132,
    2.3026,
    44.4,
    16574,
    2.6e6,
    3.1e-5,
    9.96e-4,
    0.996,
    -0.5,
    NaN,
    Infinity,
  ])
    expect(number(value).replace(/^10/, '1×10')).toBe(formatNumber(value))
  for (const value of [1, 0.05, 0.1234, 2, 20, 1e-5, 4e-4]) expect(setting(value)).toBe(formatSetting(value))
  for (const share of [0, 0.001, 0.42, 0.995, 1]) expect(percent(share)).toBe(formatPercent(share))
})
