import { expect, it } from 'vitest'
import { medianOf, stopOf } from './stopping.ts'

it('keeps the least and stops once it was not beaten for as many epochs as there is patience', () => {
  expect(stopOf([3, 2, 1, 2, 2, 0], 2)).toEqual({ kept: 2, stopped: 4 })
  expect(stopOf([3, 2, 1, 2, 2, 0], 3)).toEqual({ kept: 5, stopped: null })
})

it('does not take an equal loss for a better one', () => {
  expect(stopOf([1, 1, 1], 2)).toEqual({ kept: 0, stopped: 2 })
})

it('goes on where the loss still falls, and says nothing of no losses', () => {
  expect(stopOf([3, 2, 1], 1)).toEqual({ kept: 2, stopped: null })
  expect(stopOf([], 1)).toBeNull()
})

it('takes the mean of the two middle values of an even number', () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([2, 2.5])
})
