import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHistory, lastAtMost } from './history.ts'
import { createRing } from './ring.ts'

const create = () => createHistory({ variants: ['a', 'b'], metrics: ['loss', 'accuracy'], seeds: [4, 0, 9] })

test('values stand under their seed; median, least and greatest leave the diverged out', () => {
  const history = create()
  history.append('a', {
    steps: [0, 5],
    epochs: [0, 0.5],
    values: [3, 1, 2, 0.1, 0.2, 0.3, 8, Number.NaN, 6, 1, Number.NaN, 1],
  })
  expect(history.length('a')).toBe(2)
  expect(history.length('b')).toBe(0)
  expect(Array.from(history.values('a', 'loss', 4))).toEqual([3, 8])
  expect(Array.from(history.values('a', 'loss', 0))).toEqual([1, Number.NaN])
  expect(Array.from(history.median('a', 'loss'))).toEqual([2, 7])
  expect(Array.from(history.low('a', 'loss'))).toEqual([1, 6])
  expect(Array.from(history.high('a', 'accuracy'))).toEqual([0.3, 1])
  history.append('a', { steps: [10], epochs: [1], values: Array.from({ length: 6 }, () => Number.NaN) })
  expect([history.median('a', 'loss')[2], history.low('a', 'loss')[2]]).toEqual([Number.NaN, Number.NaN])
  expect([history.values('a', 'loss', 7).length, history.values('c', 'loss', 4).length]).toEqual([0, 0])
  expect(() => history.append('c', { steps: [], epochs: [], values: [] })).toThrow(/no variant "c"/)
})

test('what was returned once never changes, over many growths', () => {
  const history = create()
  const early = []
  for (let step = 0; step < 1000; step++) {
    history.append('a', { steps: [step], epochs: [step / 10], values: [step, step, step, 1, 1, 1] })
    if (step % 100 === 9) early.push(history.median('a', 'loss'))
  }
  expect(early.map((values) => [values.length, values[values.length - 1]])).toEqual(
    early.map((_, i) => [100 * i + 10, 100 * i + 9]),
  )
  expect(history.median('a', 'loss')).toBe(history.median('a', 'loss'))
  expect(history.values('a', 'loss', 9)[999]).toBe(999)
  expect(history.indexAt('a', 500.5)).toBe(500)
  expect([history.indexAt('a', -1), history.indexAt('b', 5), history.indexAt('a', 1e9)]).toEqual([
    -1, -1, 999,
  ])
})

test('lastAtMost equals a search from the end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: -2, max: 52 }),
      (values, wanted) => {
        values.sort((a, b) => a - b)
        expect(lastAtMost(values, wanted)).toBe(values.findLastIndex((value) => value <= wanted))
      },
    ),
    { seed: 1 },
  )
})

test('the ring of views is bounded, keeps the ends and covers the whole run evenly', () => {
  const ring = createRing<number>(() => 20)
  for (let step = 0; step <= 5000; step++) ring.push(step, step)
  expect(ring.length).toBe(20)
  expect([ring.at(0), ring.at(5000), ring.at(9000), ring.at(-1)]).toEqual([0, 5000, 5000, undefined])
  const behind = Array.from({ length: 5001 }, (_, step) => step - ring.at(step)!)
  expect(Math.min(...behind)).toBe(0)
  expect(Math.max(...behind)).toBeLessThan((3 * 5000) / 20)
  ring.push(5000, -1)
  expect([ring.at(5000), ring.length]).toEqual([-1, 20])
  ring.push(4000, -2)
  expect([ring.at(5000), ring.length]).toEqual([-1, 20])
  const past = ring.until(2500)
  expect([past.at(2500), past.at(9000)]).toEqual([ring.at(2500), ring.at(2500)])
})

test('a copy up to a step grows on its own, and a replay adds nothing twice', () => {
  const history = create()
  const row = (step: number) => Array.from({ length: 6 }, (_, i) => 10 * step + i)
  const measured = (...steps: number[]) => ({ steps, epochs: steps, values: steps.flatMap(row) })
  history.append('a', measured(0, 5, 10))
  history.append('a', measured(5, 10, 15))
  expect(Array.from(history.steps('a'))).toEqual([0, 5, 10, 15])
  expect(Array.from(history.values('a', 'accuracy', 9))).toEqual([5, 55, 105, 155])
  const past = history.until(12)
  past.append('a', measured(12))
  expect(Array.from(past.steps('a'))).toEqual([0, 5, 10, 12])
  expect(Array.from(past.values('a', 'loss', 0))).toEqual([1, 51, 101, 121])
  expect(history.length('a')).toBe(4)
})
