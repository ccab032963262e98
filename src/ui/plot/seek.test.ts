import { expect, it } from 'vitest'
import { nextMeasured } from './seek.ts'

const clock = (start: number, end: number) => ({ name: 'epoch', label: 'epoch', start, end })
const every = (step: number, count: number) => Array.from({ length: count }, (_, i) => i * step)

/** The stops of a key that is pressed until nothing changes. */
function walk(epochs: readonly number[], end: number, from: number, direction: 1 | -1, units = 1) {
  const stops: number[] = []
  for (let now = from; stops.length < 100;) {
    const next = nextMeasured(epochs, clock(0, end), now, direction, units)
    if (next === now) break
    stops.push((now = next))
  }
  return stops
}

it('measurements less than a unit apart: every one of them, none skipped', () => {
  const epochs = every(0.64, 6)
  expect(walk(epochs, 12.8, 0, 1)).toEqual(epochs.slice(1))
  expect(walk(epochs, 12.8, 3.2, -1)).toEqual(epochs.slice(0, -1).toReversed())
})

it('measurements many to a unit: a unit, but the first measurement is never skipped', () => {
  expect(walk(every(0.25, 13), 60, 0, 1)).toEqual([0.25, 1.25, 2.25, 3])
  expect(walk(every(0.25, 13), 60, 3, -1)).toEqual([2, 1, 0.25, 0])
})

it('measurements further apart than a unit: the next', () => {
  expect(walk([0, 5, 10], 60, 0, 1)).toEqual([5, 10])
})

it('ten units', () => {
  expect(walk(every(1, 31), 60, 0, 1, 10)).toEqual([10, 20, 30])
  expect(walk(every(1, 31), 60, 25, -1, 10)).toEqual([15, 5, 0])
})

it('a clock that runs down, and a moment between two measurements', () => {
  const layers = [10, 9, 8, 7]
  expect(nextMeasured(layers, clock(10, 1), 8, 1)).toBe(7)
  expect(nextMeasured(layers, clock(10, 1), 8, -1)).toBe(9)
  expect(nextMeasured([0, 1, 2], clock(0, 60), 2.4, -1)).toBe(2)
})
