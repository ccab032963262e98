import { describe, expect, it } from 'vitest'
import { durationWords, named, paceOf, type Progress } from './estimate.ts'

/** Run is pressed at 0; the first step is heard of after `start` ms, and from then on `rate` steps a second. */
const heard = (start: number, rate: number, until: number): Progress[] => [
  { time: 0, step: 0 },
  ...Array.from({ length: Math.floor((until - start) / 250) + 1 }, (_, i) => ({
    time: start + 250 * i,
    step: 1 + Math.floor((rate * 250 * i) / 1000),
  })).filter(({ step }, i, all) => step > (all[i - 1]?.step ?? 0)),
]

describe('the length of a run', () => {
  it('is not told before a second and a half of training', () => {
    expect(paceOf(heard(200, 100, 1600), 1000, 'all')).toBeNull()
    expect(paceOf(heard(200, 100, 1800), 1000, 'all')).not.toBeNull()
    expect(paceOf([{ time: 0, step: 0 }], 1000, 'all')).toBeNull()
  })
  it('is what remains at the rate so far, and what has gone by', () => {
    expect(paceOf(heard(250, 100, 3000), 4000, 'all')!.seconds).toBeCloseTo(40, 0)
  })
  it('counts a slow start once', () =>
    expect(paceOf(heard(9000, 100, 11_000), 4000, 'all')!.seconds).toBeCloseTo(49, 0))
  it('is right for steps that take seconds each, the first longer', () => {
    const slow = [0, 9, 12, 15].map((seconds, step) => ({ time: 1000 * seconds, step }))
    expect(paceOf(slow.slice(0, 2), 20, 'all')).toBeNull()
    expect(paceOf(slow.slice(0, 3), 20, 'all')!.seconds).toBeCloseTo(66)
    expect(paceOf(slow, 20, 'all')!.seconds).toBeCloseTo(66)
  })
  it('follows a rate that changes within six seconds', () => {
    const before = heard(250, 100, 5000)
    const { step } = before.at(-1)!
    const after = Array.from({ length: 28 }, (_, i) => ({
      time: 5250 + 250 * i,
      step: step + 5 * (i + 1),
    }))
    const { seconds } = paceOf([...before, ...after], step + 1000, 'all')!
    expect(seconds).toBeCloseTo(5 + 50, 0)
  })
  it('is the reader’s own doing where the device makes as many steps as were asked for', () => {
    expect(paceOf(heard(250, 10, 4000), 4000, 10)!.limited).toBe(false)
    expect(paceOf(heard(250, 2, 4000), 4000, 2)!.limited).toBe(false)
    expect(paceOf(heard(250, 1.5, 8000), 4000, 1.5)!.limited).toBe(false)
    expect(paceOf(heard(250, 20, 8000), 4000, 40)!.limited).toBe(true)
    expect(paceOf(heard(250, 20, 4000), 4000, 'all')!.limited).toBe(true)
  })
})

describe('the seconds that are named', () => {
  const limited = true
  it('are rounded, and none below 15', () => {
    expect(named(null, { seconds: 14.9, limited })).toBeNull()
    expect(named(null, { seconds: 41.3, limited })).toBe(40)
    expect(named(null, { seconds: 170, limited })).toBe(180)
    expect(named(null, { seconds: 40, limited: false })).toBeNull()
  })
  it('stay until they are off by a fifth', () => {
    expect(named(40, { seconds: 43, limited })).toBe(40)
    expect(named(40, { seconds: 49, limited })).toBe(50)
    expect(named(20, { seconds: 14, limited })).toBe(15)
    expect(named(20, { seconds: 11.9, limited })).toBeNull()
  })
  it.each([
    [40, '40 s'],
    [95, '95 s'],
    [100, '2 min'],
    [180, '3 min'],
    [7200, '2 h'],
  ])('%d reads “%s”', (seconds, words) => expect(durationWords(seconds)).toBe(words))
})
