import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { range } from './config.ts'
import type { Recording } from './recording.ts'
import { createRecordedRun } from './recordingRun.ts'
import type { Run } from './runState.ts'
import { defineSetup } from './setup.ts'

const setup = defineSetup({
  config: { rate: range({ label: 'Rate', min: 0, max: 1, default: 0.1, live: true }) },
  variants: { low: { label: 'Low' }, high: { label: 'High' } },
  metrics: { loss: { label: 'loss', scale: 'log', domain: [0.1, 1] } },
  clock: () => ({ name: 'epoch', label: 'epoch', start: 0, end: 2 }),
  steps: () => 20,
  measureEvery: () => 10,
  pace: 10,
})

const recording: Recording = {
  widget: 'net',
  config: { rate: 0.1 },
  backend: 'wasm',
  steps: 20,
  seeds: [0, 7, 9],
  versions: { book: '0.1.0', tfjs: '4.22.0' },
  metrics: { loss: 'number' },
  variants: {
    low: {
      steps: [0, 10, 20],
      epochs: [0, 1, 2],
      metrics: {
        loss: [
          [3, 1, 2],
          [0.3, 0.1, 0.2],
          [0.03, 0.01, 0.02],
        ],
      },
      diverged: [null, null, null],
      views: [
        { step: 0, view: 'start' },
        { step: 20, view: 'end' },
      ],
    },
    high: {
      steps: [0, 10],
      epochs: [0, 1],
      metrics: {
        loss: [
          [3, 1, 2],
          [Number.NaN, Number.NaN, Number.NaN],
        ],
      },
      diverged: [10, 10, 10],
      views: [{ step: 0, view: 'start' }],
    },
  },
}

const nothing = { low: [null, null, null], high: [null, null, null] }

describe('a run that plays a recording', () => {
  let run: Run<typeof setup, string>
  beforeEach(() => {
    vi.useFakeTimers()
    run = createRecordedRun<typeof setup, string>({ setup, recording })
  })
  afterEach(() => {
    run.dispose()
    vi.useRealTimers()
  })
  const seconds = (count: number) => vi.advanceTimersByTime(1000 * count)

  it('goes on from a step, once', () => {
    run = createRecordedRun<typeof setup, string>({ setup, recording, from: 12 })
    run.run()
    expect(run.getState()).toMatchObject({ status: 'running', reach: { step: 12, epoch: 1.2 } })
    expect(run.history.length('low')).toBe(2)
    seconds(1)
    expect(run.getState()).toMatchObject({ status: 'done', reach: { step: 20 } })
    run.reset()
    expect(run.getState()).toMatchObject({ status: 'idle', reach: { step: 0 } })
  })

  it('shows the start, then plays at the pace of the setup to the end', () => {
    expect(run.getState()).toMatchObject({ status: 'idle', backend: 'wasm', seeds: [0, 7, 9] })
    run.prepare()
    expect(run.getState()).toMatchObject({ status: 'idle', reach: { step: 0, epoch: 0 } })
    expect([run.view('low'), run.history.length('low')]).toEqual(['start', 1])
    run.run()
    expect(run.getState()).toMatchObject({ status: 'running', stepsPerSecond: 10 })
    seconds(0.56)
    expect(run.getState()).toMatchObject({ status: 'running', reach: { step: 5, epoch: 0.5 } })
    expect(run.getState().diverged).toEqual(nothing)
    seconds(0.55)
    expect(run.getState().diverged).toEqual({ ...nothing, high: [10, 10, 10] })
    expect(run.history.median('low', 'loss')).toEqual(Float64Array.from([2, 0.2]))
    seconds(2)
    expect(run.getState()).toMatchObject({
      status: 'done',
      stepsPerSecond: null,
      reach: { step: 20, epoch: 2 },
    })
    expect(run.view('low')).toBe('end')
    expect(run.history.values('low', 'loss', 7)).toEqual(Float64Array.from([1, 0.1, 0.01]))
  })

  it('can be paused, stepped, sped up, run again and put back', () => {
    run.run()
    seconds(0.35)
    run.pause()
    const { reach, status } = run.getState()
    expect([status, reach.step]).toEqual(['paused', 3])
    seconds(1)
    expect(run.getState().reach.step).toBe(3)
    run.step()
    expect(run.getState()).toMatchObject({ status: 'paused', reach: { step: 4, epoch: 0.4 } })
    run.setSpeed('all')
    run.run()
    seconds(2)
    expect(run.getState().status).toBe('done')
    run.run()
    expect(run.getState()).toMatchObject({ status: 'running', reach: { step: 0 } })
    run.reset()
    seconds(1)
    expect(run.getState()).toMatchObject({ status: 'idle', reach: { step: 0 } })
    expect(run.history.length('low')).toBe(1)
  })

  it('tells its listeners, and shows any moment', () => {
    const [frame, state] = [vi.fn<() => void>(), vi.fn<() => void>()]
    run.onFrame(frame)
    run.subscribe(state)
    run.setSpeed('all')
    run.run()
    seconds(3)
    expect(frame.mock.calls.length).toBeGreaterThan(10)
    expect(state.mock.calls.length).toBeGreaterThan(2)
    run.seek(1.2)
    expect(run.getState()).toMatchObject({ now: { step: 10, epoch: 1 }, reach: { step: 20 } })
    expect(run.view('low')).toBe('start')
    run.seek(null)
    expect(run.getState().now.step).toBe(20)
  })

  it('says that it cannot change, or hands the wish over', () => {
    run.configure({ config: { rate: 0.5 } })
    expect(run.getState().corrections[0]).toContain('This plays a recording')
    const wishes: ((live: Run<typeof setup, string>) => void)[] = []
    const leaving = createRecordedRun<typeof setup, string>({
      setup,
      recording,
      leave: (wish) => wishes.push(wish),
    })
    leaving.configure({ config: { rate: 0.5 } })
    const configure = vi.fn<typeof run.configure>()
    wishes[0]!({ ...run, configure })
    expect(configure).toHaveBeenCalledWith({ config: { rate: 0.5 } })
  })

  it('refuses a recording of other settings', () => {
    expect(() => createRecordedRun({ setup, recording: { ...recording, config: { rate: 1 } } })).toThrow(
      'has rate 1, the figure 0.1. Make it again',
    )
  })
})
