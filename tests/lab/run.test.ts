/** A figure's life, from the page's side, with the real host behind a message port. */
import { expect, test } from 'vitest'
import { createTestRun, createWorkplace, eventually, measurements, stands } from './bench.ts'
import { createExperiment, lossOf, setup } from './experiments.ts'
import { fromLink } from '../../src/lab/link.ts'
import { sleep } from '../../src/lab/turns.ts'

const gaps = (times: number[]) => times.slice(1).map((time, i) => time - times[i]!)

test('nothing happens before a wish; prepare shows step 0 and stays idle', async () => {
  const { experiment } = createExperiment()
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a')
  const before = run.getState()
  expect(run.getState()).toBe(before)
  expect([before.status, before.backend, place.made()]).toEqual(['idle', null, 0])
  run.prepare()
  run.prepare()
  await run.when(() => run.view('fast') !== undefined)
  expect(run.getState()).toMatchObject({ status: 'idle', backend: 'wasm', reach: { step: 0, epoch: 0 } })
  expect(run.view('slow')).toEqual({ step: 0, variant: 'slow', grid: Float32Array.of(0, 0.1) })
  expect(Array.from(run.history.steps('fast'))).toEqual([0])
})

test('a whole run measures step 0, every fifth step and the last, in lockstep, and a reset frees its generators', async () => {
  const { experiment, ledger } = createExperiment()
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a', {
    initial: { backend: 'cpu', config: { steps: 13, rate: 0.1, shape: 'round' } },
  })
  const seen: string[] = []
  run.subscribe(() => seen.push(run.getState().status))
  run.run()
  await run.until('done')
  expect([...new Set(seen)]).toEqual(['loading', 'running', 'done'])
  expect(Array.from(run.history.steps('slow'))).toEqual([0, 5, 10, 13])
  expect(Array.from(run.history.epochs('slow'))).toEqual([0, 0.5, 1, 1.3])
  expect(Array.from(run.history.values('fast', 'loss', 2))).toEqual(
    [0, 5, 10, 13].map((s) => lossOf(s, 2, 'fast')),
  )
  expect(Array.from(run.history.median('fast', 'loss'))).toEqual(
    [0, 5, 10, 13].map((s) => lossOf(s, 1, 'fast')),
  )
  expect(run.history.indexAt('slow', 12)).toBe(2)
  expect(run.getState()).toMatchObject({
    reach: { step: 13, epoch: 1.3 },
    now: { step: 13, epoch: 1.3 },
    stepsPerSecond: null,
  })
  expect(run.view('fast')?.step).toBe(13)
  const stepsOf = (variant: string) => ledger.order.filter((entry) => entry.startsWith(variant))
  for (const variant of ['slow', 'fast'])
    expect(stepsOf(variant)).toEqual(Array.from({ length: 14 }, (_, step) => `${variant} ${step}`))
  // In a round a variant may make several updates, but none passes a measurement before the others.
  for (const step of [1, 2, 4, 5, 8, 10])
    expect(ledger.order.indexOf(`slow ${step + 1}`)).toBeGreaterThan(ledger.order.indexOf(`fast ${step}`))
  // The networks stay until they are let go: the reader may still ask them something.
  expect(ledger.live).toBe(2)
  run.reset()
  await eventually(() => ledger.live === 0)
})

test('same settings, same numbers; Run after the end starts again', async () => {
  const { experiment } = createExperiment()
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a')
  run.run()
  await run.until('done')
  const first = measurements(run)
  run.run()
  expect(run.getState().status).toBe('loading')
  expect(Array.from(run.history.steps('fast'))).toEqual([0])
  expect(run.view('fast')?.step).toBe(0)
  await run.until('done')
  expect(measurements(run)).toEqual(first)
})

test('step: one update in every variant, measured, then paused; run goes on from there', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.step()
  await run.until('paused')
  run.step()
  await run.when(() => run.getState().reach.step === 2)
  expect(run.getState().status).toBe('paused')
  expect(Array.from(run.history.steps('slow'))).toEqual([0, 1, 2])
  expect(Array.from(run.history.steps('fast'))).toEqual([0, 1, 2])
  expect(run.view('fast')?.step).toBe(2)
  run.run()
  await run.until('done')
  expect(Array.from(run.history.steps('slow')).slice(0, 6)).toEqual([0, 1, 2, 5, 10, 15])
})

test('pause stops within a step, though a step takes long; reset goes back to step 0', async () => {
  const { experiment, ledger } = createExperiment({ during: () => sleep(50) })
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.run()
  await run.when(() => run.getState().reach.step > 1)
  run.pause()
  expect(run.getState().status).toBe('paused')
  const asked = ledger.steps
  await stands(ledger)
  const { steps } = ledger
  // Of both variants.
  expect(steps - asked).toBeLessThanOrEqual(2)
  // A round of 100 ms may be left between its two variants.
  await run.when(() => run.getState().reach.step === Math.ceil(steps / 2))
  expect(run.view('slow')?.step).toBe(Math.ceil(steps / 2))
  expect(ledger.steps).toBe(steps)
  run.reset()
  expect(run.getState()).toMatchObject({ status: 'idle', reach: { step: 0 }, now: { step: 0 } })
  expect([run.view('slow')?.step, run.history.length('slow')]).toEqual([0, 1])
  await eventually(() => ledger.live === 0)
})

test('reset while it trains, while it loads and twice at once leaves nothing behind', async () => {
  const { experiment, ledger } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', {
    initial: { backend: 'wasm', config: { steps: 1e6, rate: 0.1, shape: 'round' } },
  })
  run.run()
  run.reset()
  run.reset()
  run.run()
  await run.when(() => run.getState().reach.step > 5)
  run.reset()
  expect(run.getState().status).toBe('idle')
  await eventually(() => ledger.live === 0)
  expect(run.getState()).toMatchObject({ status: 'idle', reach: { step: 0 } })
  run.run()
  run.pause()
  expect(run.getState().status).toBe('idle')
  await sleep(60)
  expect(run.getState().reach.step).toBe(0)
})

test('configure corrects, resets and starts over with the new settings', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.run()
  await run.until('done')
  run.configure({ config: { rate: 7 }, seeds: [4, 9], variants: ['fast'] })
  expect(run.getState()).toMatchObject({
    status: 'idle',
    config: { rate: 1, steps: 40 },
    seeds: [4, 9],
    variants: ['fast'],
    corrections: ['Learning rate was 7; the largest this figure takes is 1.'],
    diverged: { fast: [null, null] },
  })
  expect([run.history.length('fast'), run.view('fast')]).toEqual([0, undefined])
  run.configure({ config: { steps: 5 } })
  expect(run.getState()).toMatchObject({ config: { rate: 1, steps: 5 }, corrections: [], variants: ['fast'] })
  run.run()
  await run.until('done')
  expect(Array.from(run.history.values('fast', 'loss', 9))).toEqual([
    lossOf(0, 9, 'fast'),
    lossOf(5, 9, 'fast'),
  ])
  expect(run.view('fast')?.grid[1]).toBe(1)
})

test('seek shows the measured moment nearest to an epoch, and views at or before it', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.step()
  await run.until('paused')
  run.run()
  await run.until('done')
  let frames = 0
  run.onFrame(() => frames++)
  run.seek(0.11)
  expect(frames).toBe(1)
  expect(run.getState()).toMatchObject({ now: { step: 1, epoch: 0.1 }, reach: { step: 40 } })
  expect(run.view('slow')?.step).toBe(1)
  run.seek(0.8)
  expect(run.getState().now).toEqual({ step: 10, epoch: 1 })
  run.seek(-5)
  expect(run.getState().now.step).toBe(0)
  run.seek(null)
  expect(run.getState().now).toEqual({ step: 40, epoch: 4 })
})

test('a seed that is not finite has diverged, in all metrics; a variant without seeds left stops, the other goes on', async () => {
  const { experiment, ledger } = createExperiment({
    loss: (step, seed, variant) => {
      if (variant === 'fast' && step >= 5 * (seed + 1)) return seed === 1 ? Infinity : Number.NaN
      return lossOf(step, seed, variant)
    },
  })
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.run()
  await run.until('done')
  expect(run.getState().diverged).toEqual({ slow: [null, null, null], fast: [5, 10, 15] })
  expect(Array.from(run.history.steps('fast'))).toEqual([0, 5, 10, 15])
  expect(Array.from(run.history.steps('slow')).at(-1)).toBe(40)
  expect(Array.from(run.history.values('fast', 'accuracy', 0))).toEqual([
    0,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ])
  expect(run.history.median('fast', 'loss')[1]).toBe((lossOf(5, 1, 'fast') + lossOf(5, 2, 'fast')) / 2)
  expect([run.history.low('fast', 'loss')[3], run.history.high('fast', 'loss')[3]]).toEqual([
    Number.NaN,
    Number.NaN,
  ])
  expect(ledger.order).not.toContain('fast 16')
})

test('one figure trains at a time: starting another pauses the first, which can go on', async () => {
  const { experiment, ledger } = createExperiment()
  const place = createWorkplace({ a: experiment, b: experiment })
  const many = { backend: 'wasm', config: { steps: 1e6, rate: 0.1, shape: 'round' } } as const
  const a = createTestRun(place, 'a', { initial: many })
  const b = createTestRun(place, 'b', { initial: { backend: 'cpu' } })
  a.run()
  await a.when(() => a.getState().reach.step > 0)
  b.run()
  await b.until('done')
  expect(a.getState().status).toBe('paused')
  const at = a.getState().reach.step
  await sleep(100)
  expect(a.getState().reach.step).toBe(at)
  a.run()
  await a.when(() => a.getState().reach.step > at)
  expect(a.getState().status).toBe('running')
  a.dispose()
  b.dispose()
  await eventually(() => ledger.live === 0)
})

test('a disposed run can be used again', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.prepare()
  run.dispose()
  run.prepare()
  await run.when(() => run.view('fast') !== undefined)
  run.run()
  await run.until('done')
  expect(Array.from(run.history.steps('fast')).at(-1)).toBe(40)
})

test('React hears of training at most four times a second, layers that draw fifteen, both at once of a wish', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.configure({ config: { steps: 1e6 } })
  run.run()
  await run.when(() => run.getState().reach.step > 0)
  const [states, frames]: [number[], number[]] = [[], []]
  const stops = [
    run.subscribe(() => states.push(performance.now())),
    run.onFrame(() => frames.push(performance.now())),
  ]
  await eventually(() => states.length >= 3)
  for (const stop of stops) stop()
  expect(Math.min(...gaps(states))).toBeGreaterThan(240)
  expect(Math.min(...gaps(frames))).toBeGreaterThan(60)
  expect(frames.length).toBeGreaterThan(states.length)
  let told = ''
  run.subscribe(() => (told = run.getState().status))
  run.pause()
  expect(told).toBe('paused')
})

test('step while it trains stops there', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.configure({ config: { steps: 1e6 } })
  run.run()
  await run.when(() => run.getState().reach.step > 0)
  run.step()
  await run.until('paused')
  const { step } = run.getState().reach
  expect(run.history.indexAt('fast', step)).toBe(run.history.length('fast') - 1)
  expect(run.history.steps('fast')[run.history.length('fast') - 1]).toBe(step)
  await sleep(50)
  expect(run.getState().reach.step).toBe(step)
})

test('a link that is opened later replaces the settings and says what it corrected', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.prepare()
  await run.when(() => run.view('fast') !== undefined)
  run.adopt(fromLink(setup, 'steps=10&rate=9&backend=cpu'))
  expect(run.getState()).toMatchObject({
    config: { steps: 10, rate: 1, shape: 'round' },
    backendChoice: 'cpu',
    corrections: ['Learning rate was 9; the largest this figure takes is 1.'],
  })
  await run.when(() => run.view('fast')?.grid[1] === 1)
  expect(run.getState()).toMatchObject({ status: 'idle', backend: 'cpu' })
  run.run()
  await run.until('done')
  expect(run.getState()).toMatchObject({ reach: { step: 10 }, corrections: [expect.any(String)] })
})
