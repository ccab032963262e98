import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHeartbeat } from './heartbeat.ts'
import { deferred, type Deferred } from './turns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function bench() {
  const heard: boolean[] = []
  const state = { expected: true, pings: [] as Deferred<void>[] }
  const heartbeat = createHeartbeat({
    expected: () => state.expected,
    ping() {
      const answer = deferred<void>()
      state.pings.push(answer)
      return answer.promise
    },
    tell: (silent) => heard.push(silent),
  })
  const seconds = (n: number) => vi.advanceTimersByTimeAsync(1000 * n)
  return { heard, state, heartbeat, seconds }
}

test('half a minute without an answer is told once, and so is the answer', async () => {
  const { heard, state, heartbeat, seconds } = bench()
  heartbeat.watch()
  heartbeat.watch()
  await seconds(34)
  expect([heard, state.pings.length]).toEqual([[], 1])
  await seconds(2)
  expect(heard).toEqual([true])
  await seconds(60)
  expect([heard, state.pings.length]).toEqual([[true], 1])
  state.pings[0]!.resolve()
  await seconds(6)
  expect([heard, state.pings.length]).toEqual([[true, false], 2])
})

test('a worker that answers, however late, is not told of', async () => {
  const { heard, state, heartbeat, seconds } = bench()
  heartbeat.watch()
  for (let i = 0; i < 10; i++) {
    await seconds(25)
    state.pings.at(-1)!.resolve()
  }
  expect(heard).toEqual([])
})

test('a worker that is lost has other heralds', async () => {
  const { heard, state, heartbeat, seconds } = bench()
  heartbeat.watch()
  await seconds(6)
  state.pings[0]!.reject(new Error('gone'))
  await seconds(20)
  expect(heard).toEqual([])
})

test('nobody looks while nothing is expected', async () => {
  const { heard, state, heartbeat, seconds } = bench()
  heartbeat.watch()
  await seconds(40)
  state.expected = false
  await seconds(6)
  expect(heard).toEqual([true, false])
  expect(vi.getTimerCount()).toBe(0)
  state.expected = true
  heartbeat.watch()
  heartbeat.stop()
  expect(vi.getTimerCount()).toBe(0)
})
