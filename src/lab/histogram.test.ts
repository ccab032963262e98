import { expect, it } from 'vitest'
import { histogram } from './histogram.ts'

it('counts, and puts what lies outside into the end bins', () => {
  const { counts, mean, std } = histogram('layer 1', [-5, 0, 0.5, 1, 3, 9], [0, 4], 4)
  expect([...counts]).toEqual([3, 1, 0, 2])
  expect(mean).toBeCloseTo(8.5 / 6)
  expect(std).toBeCloseTo(Math.sqrt((25 + 0.25 + 1 + 9 + 81) / 6 - (8.5 / 6) ** 2))
})

it('does not hide NaN: the moments show it', () => {
  const { counts, mean, std } = histogram('layer 1', [Number.NaN, 1], [0, 4], 4)
  expect([...counts]).toEqual([0, 1, 0, 0])
  expect([mean, std]).toEqual([Number.NaN, Number.NaN])
})
