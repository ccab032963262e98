import { expect, it } from 'vitest'
import { curveWords, lossWords } from './curves.ts'

it('says a loss in two digits, and one at the ceiling as what it is', () => {
  expect(lossWords(0.3281)).toBe('0.33')
  expect(lossWords(10)).toBe('10 or more')
})

it('says a curve rate by rate', () => {
  const at = (rate: 0.02 | 2, median: number) => ({ rate, median, low: median, high: median })
  expect(curveWords('none', [at(0.02, 0.3281), at(2, 10)])).toBe('none: 0.33 at 0.02, 10 or more at 2')
})
