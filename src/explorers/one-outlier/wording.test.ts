import { expect, it } from 'vitest'
import { constantWords, lineWords } from './wording.ts'

it('says what has moved', () => {
  expect(constantWords({ mean: 3.6, median: 3 }, { mean: 3, median: 3 })).toBe(
    'The mean has moved by 0.60, the median has not moved.',
  )
})

it('says when nothing has', () => {
  expect(constantWords({ mean: 3, median: 2 }, { mean: 3, median: 2 })).toContain('Neither has moved')
})

it('says when a point far out along x has turned the robust line as well', () => {
  const calm = lineWords({ squared: [0.2, 0.6], absolute: [0.61, 0.61], through: false })
  expect(calm).toContain('from slope 0.60 to 0.20')
  expect(calm).toContain('keeps its slope of 0.61')
  expect(calm).not.toContain('passes through it')
  expect(lineWords({ squared: [0.2, 0.6], absolute: [0.2, 0.61], through: true })).toContain(
    'passes through it',
  )
  expect(lineWords({ squared: [0.6, 0.6], absolute: [0.62, 0.61], through: true })).not.toContain(
    'passes through it',
  )
})
