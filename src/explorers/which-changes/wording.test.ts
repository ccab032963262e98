import { expect, it } from 'vitest'
import { unchanged } from './resample.ts'
import { aDigit, answerWords, changeWords, nearerWords } from './wording.ts'

it('names digits and changes', () => {
  expect([aDigit(6), aDigit(8)]).toEqual(['a 6', 'an 8'])
  expect(changeWords(unchanged)).toBe('not changed')
  expect(changeWords({ ...unchanged, turn: -15, right: 1, down: -2 })).toBe(
    'turned left by 15 degrees, moved 1 right, moved 2 up',
  )
  expect(changeWords({ ...unchanged, width: 0.7, height: 1.2, mirror: 'upDown' })).toBe(
    'width times 0.7, height times 1.2, mirrored top to bottom',
  )
})

it('asks first, and then says what the reader said and what the book says', () => {
  expect(answerWords(6, null, { is: 'other', digit: 9 })).not.toMatch(/9/)
  expect(answerWords(6, 'same', { is: 'other', digit: 9 })).toMatch(/^You said: still a 6\. .* it is a 9 now/)
  expect(answerWords(8, 'same', { is: 'same' })).toMatch(/still an 8\. .* it is still an 8/)
  expect(answerWords(2, 'none', { is: 'none' })).toMatch(/no digit\. .* nobody writes/)
  expect(answerWords(2, 'none', { is: 'open' })).toMatch(/Your answer counts/)
})

it('counts what is nearer', () => {
  expect(nearerWords([1, 2, 3, 4], 3)).toBe('2 of 4')
})
