import { expect, it } from 'vitest'
import { number, tallyWords } from './wording.ts'

it('numbers have two decimals, small ones three, and a proper minus', () => {
  expect([-0.5721, 0.0412, -0.0004, 1.5, 0.0996].map(number)).toEqual(['−0.57', '0.041', '0', '1.50', '0.10'])
})

it('tells how many tosses there were, and their mean', () => {
  expect(tallyWords({ tosses: 0, sum: 0 }, 'A')).toMatch(/No toss yet/)
  expect(tallyWords({ tosses: 1, sum: -0.2 }, 'A')).toBe('1 toss. A was answered with −0.20.')
  expect(tallyWords({ tosses: 4, sum: 2 }, 'B')).toBe(
    '4 tosses. The mean of the answers to B is 0.50 so far.',
  )
})
