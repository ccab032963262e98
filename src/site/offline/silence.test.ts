import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whileSilent } from './silence.ts'

const [ask, giveUp] = [vi.fn<() => void>(), vi.fn<() => void>()]

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
})
afterEach(() => vi.useRealTimers())

it('asks again after a silence, and gives up after another', () => {
  whileSilent(100, ask, giveUp).heard()
  vi.advanceTimersByTime(99)
  expect(ask).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect([ask.mock.calls.length, giveUp.mock.calls.length]).toEqual([1, 0])
  vi.advanceTimersByTime(1000)
  expect([ask.mock.calls.length, giveUp.mock.calls.length]).toEqual([1, 1])
})

it('goes on waiting for one who answers, however often it has to be asked', () => {
  const waiting = whileSilent(100, ask, giveUp)
  ask.mockImplementation(() => waiting.heard())
  waiting.heard()
  vi.advanceTimersByTime(1000)
  expect([ask.mock.calls.length, giveUp.mock.calls.length]).toEqual([10, 0])
  waiting.stop()
  vi.advanceTimersByTime(1000)
  expect(ask).toHaveBeenCalledTimes(10)
})
