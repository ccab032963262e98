import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Run, RunState } from '../../lab/runState.ts'
import { patience, watchLoss, type Loss } from './takeover.ts'

/** As much of a run as is watched. */
function watched() {
  let state = { status: 'idle', reach: { step: 0, epoch: 0 }, stepsPerSecond: null } as RunState
  const listeners = new Set<() => void>()
  const run = {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Run
  const set = (status: RunState['status'], step: number, stepsPerSecond: number | null = null) => {
    state = { ...state, status, reach: { step, epoch: step }, stepsPerSecond }
    for (const listener of listeners) listener()
  }
  const take = vi.fn<(loss: Loss) => void>()
  return { set, take, stop: watchLoss(run, take) }
}

describe('a run that is lost in front of a room', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is taken over where it stood, at the speed it had, when nothing has moved in time', () => {
    const { set, take } = watched()
    set('running', 40, 20)
    set('loading', 40)
    vi.advanceTimersByTime(patience - 1)
    expect(take).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(take).toHaveBeenCalledExactlyOnceWith({ step: 40, rate: 20 })
  })

  it('is left alone when it goes on by itself, is paused, or was only about to begin', () => {
    for (const after of ['running', 'paused'] as const) {
      const { set, take } = watched()
      set('loading', 0)
      vi.advanceTimersByTime(10 * patience)
      set('running', 40)
      set('loading', 40)
      set(after, after === 'running' ? 41 : 40)
      vi.advanceTimersByTime(10 * patience)
      expect(take).not.toHaveBeenCalled()
    }
  })

  it('is taken over at once when it has failed', () => {
    const { set, take } = watched()
    set('loading', 0)
    set('failed', 0)
    expect(take).toHaveBeenCalledExactlyOnceWith({ step: 0, rate: null })
  })

  it('is not watched any more after the end of watching', () => {
    const { set, take, stop } = watched()
    set('running', 40)
    set('loading', 40)
    stop()
    vi.advanceTimersByTime(10 * patience)
    expect(take).not.toHaveBeenCalled()
  })
})
