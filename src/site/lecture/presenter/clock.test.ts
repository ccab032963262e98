import { describe, expect, it } from 'vitest'
import {
  clockWords,
  elapsed,
  paceWords,
  parseClock,
  pauseClock,
  printClock,
  startClock,
  stopped,
} from './clock.ts'

const minute = 60_000

describe('the clock', () => {
  it('counts while it goes, and not while it stands', () => {
    const first = startClock(stopped, 1000)
    expect(elapsed(first, 61_000)).toBe(minute)
    const paused = pauseClock(first, 61_000)
    expect(elapsed(paused, 999_000)).toBe(minute)
    expect(elapsed(startClock(paused, 1_000_000), 1_060_000)).toBe(2 * minute)
    expect(startClock(first, 5000)).toBe(first)
  })

  it('does not go back with the clock of the computer', () => {
    expect(elapsed({ counted: minute, since: 5000 }, 0)).toBe(minute)
  })

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [14 * minute + 20_000, '14:20'],
    [62 * minute + 3000, '1:02:03'],
    [-5, '0:00'],
  ])('%i ms is %s', (spent, words) => {
    expect(clockWords(spent)).toBe(words)
  })

  it('is kept as text, and anything else is a clock that stands at 0', () => {
    for (const clock of [stopped, { counted: 5000, since: null }, { counted: 0, since: 1234 }])
      expect(parseClock(printClock(clock))).toEqual(clock)
    for (const text of [null, '', 'x', '-1', 'NaN 5', '{}']) expect(parseClock(text)).toEqual(stopped)
  })
})

describe('the pace', () => {
  // 50 minutes, 5 slides: the third has the time from 20 to 30 minutes.
  it.each([
    [19, '1 min ahead'],
    [20, 'on pace'],
    [30, 'on pace'],
    [32, '2 min behind'],
    [30.2, '1 min behind'],
  ])('after %d minutes on the third slide: %s', (minutes, words) => {
    expect(paceWords(minutes * minute, 50, 2, 5)).toBe(words)
  })
})
