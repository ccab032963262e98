import { describe, expect, it } from 'vitest'
import { linearTicks, logTicks, roundUp, widen } from './ticks.ts'

it('linear ticks are round and inside', () => {
  expect(linearTicks(0, 100, 4)).toEqual([0, 25, 50, 75, 100])
  expect(linearTicks(0.5, 1, 2)).toEqual([0.5, 0.75, 1])
  expect(linearTicks(0, 19.2, 4)).toEqual([0, 5, 10, 15])
  expect(linearTicks(10, 0, 5)).toEqual([0, 2, 4, 6, 8, 10])
  expect(linearTicks(3, 3, 5)).toEqual([3])
})

it('log ticks are powers of ten, thinned when there are many', () => {
  expect(logTicks([2e-4, 50], 8)).toEqual([0.001, 0.01, 0.1, 1, 10])
  expect(logTicks([1e-8, 1], 5)).toEqual([1e-8, 1e-6, 1e-4, 1e-2, 1])
})

describe('widen', () => {
  it('leaves an axis alone that fits', () => {
    const domain = [0.001, 10] as const
    expect(widen(domain, 'log', 0.01, 10)).toBe(domain)
  })
  it('widens in steps of ten, with as many to spare as asked', () => {
    expect(widen([0.001, 10], 'log', 0.01, 44)).toEqual([0.001, 100])
    expect(widen([0.001, 10], 'log', 0.01, 44, 1)).toEqual([0.001, 1000])
    expect(widen([0.001, 10], 'log', 4e-4, 1)).toEqual([1e-4, 10])
    expect(widen([0.001, 10], 'log', 0, 1)).toEqual([1e-20, 10])
    expect(widen([1e-20, 10], 'log', 0, 1)).toEqual([1e-20, 10])
  })
  it('widens a linear axis to a round number', () => {
    expect(widen([0, 1], 'linear', 0, 2.3)).toEqual([0, 5])
    expect(widen([0.5, 1], 'linear', 0.41, 1)).toEqual([0, 1])
    expect(widen([0, 1], 'linear', -0.3, 1)).toEqual([-0.5, 1])
  })
})

it('roundUp', () => {
  expect([0.69, 1, 2.3, 44].map(roundUp)).toEqual([1, 1, 5, 50])
})
