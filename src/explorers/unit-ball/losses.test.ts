import { expect, it } from 'vitest'
import { norm } from '../../ui/plane/ball.ts'
import { meanAbsoluteError, meanSquaredError } from './losses.ts'

const predictions = [2.5, 1, 3, 2]
const targets = [2, 2, 1, 2]
const errors = [0.5, -1, 2, 0]

it('averages the sizes of the errors, or their squares', () => {
  expect(meanAbsoluteError(predictions, targets)).toBe(3.5 / 4)
  expect(meanSquaredError(predictions, targets)).toBe(5.25 / 4)
})

it('are the norms of the errors, divided by the number of examples, the second one squared', () => {
  expect(meanAbsoluteError(predictions, targets)).toBeCloseTo(norm(errors, 1) / 4, 12)
  expect(meanSquaredError(predictions, targets)).toBeCloseTo(norm(errors, 2) ** 2 / 4, 12)
})

it('wants a target for each prediction', () => {
  expect(() => meanAbsoluteError([1, 2], [1])).toThrow('got 2 and 1')
  expect(() => meanSquaredError([], [])).toThrow('one at least')
})
