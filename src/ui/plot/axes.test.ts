import { expect, it } from 'vitest'
import type { Metric } from '../../lab/setup.ts'
import { axisName, axisOf, axisWords, clockTicks, fit, valueTicks } from './axes.ts'

const loss: Metric = { label: 'loss', scale: 'log', domain: [0.001, 10] }
const clock = (start: number, end: number) => ({ name: 'epoch', label: 'epoch', start, end })

it('says when an axis is logarithmic', () => {
  expect(axisName(loss, axisOf(loss, false))).toBe('loss, log scale')
  expect(axisName(loss, axisOf(loss, true))).toBe('loss')
})

it('a log metric drawn on a linear axis starts at zero', () => {
  expect(axisOf(loss, true)).toEqual({ scale: 'linear', domain: [0, 1] })
})

it('leaves the axis object alone while values fit', () => {
  const axis = axisOf(loss, false)
  expect(fit(axis, 0.01, 9, 0)).toBe(axis)
  expect(fit(axis, 0.01, 90, 0).domain).toEqual([0.001, 100])
})

it('a clock that counts whole things has whole ticks, in either direction', () => {
  expect(clockTicks(clock(0, 10), 330)).toEqual([0, 2, 4, 6, 8, 10])
  expect(clockTicks(clock(10, 1), 300)).toEqual([1, 4, 7, 10])
  expect(clockTicks(clock(0, 200), 330)).toEqual([0, 50, 100, 150, 200])
  expect(clockTicks(clock(0, 1), 330)).toEqual([0, 0.25, 0.5, 0.75, 1])
})

it('both ends have a tick, and no two collide', () => {
  for (let end = 2; end <= 150; end++)
    for (const width of [180, 300, 420])
      for (const [a, b] of [
        [0, end],
        [end, 1],
      ] as const) {
        if (a === b) continue
        const ticks = clockTicks(clock(a, b), width, true)
        expect(ticks.every(Number.isInteger)).toBe(true)
        expect([ticks[0], ticks.at(-1)]).toEqual([Math.min(a, b), Math.max(a, b)])
        const gaps = ticks.slice(1).map((tick, i) => ((tick - ticks[i]!) / Math.abs(b - a)) * width)
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30)
      }
  expect(clockTicks(clock(0, 19.2), 330)).toEqual([0, 5, 10, 15, 19.2])
  expect(clockTicks(clock(0, 12.8), 330)).toEqual([0, 5, 10, 12.8])
})

it('the name of the clock is shortened before it is cut off', () => {
  const label = 'layer (the gradient travels from the last to the first)'
  expect(axisWords({ label }, 400)).toBe(label)
  expect(axisWords({ label }, 236)).toBe('layer')
})

it('takes the ticks of the setup where it names them', () => {
  const accuracy: Metric = { label: 'accuracy', scale: 'linear', domain: [0, 1], ticks: [0, 0.5, 1] }
  expect(valueTicks(accuracy, axisOf(accuracy, false), 94)).toEqual([0, 0.5, 1])
})
