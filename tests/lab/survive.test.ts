/** What happens to runs whose worker dies, hangs or runs out of memory, and what is done before anybody presses Run. */
import { expect, test, vi } from 'vitest'
import type { Engine } from '../../src/lab/engine.ts'
import type { Experiment } from '../../src/lab/experiment.ts'
import type { Inspection } from '../../src/lab/inspection.ts'
import { startSession } from '../../src/lab/session.ts'
import { sleep } from '../../src/lab/turns.ts'
import {
  createEngine,
  createTestRun,
  createWorkplace,
  eventually,
  measurements,
  type Workplace,
} from './bench.ts'
import { createExperiment } from './experiments.ts'
import { installLocks } from './locks.ts'

const long = { steps: 400, rate: 0.1, shape: 'round' as const }

/** Resolves once the page has had an answer of its worker: one that is lost before could not be loaded. */
const heardFrom = ({ client }: Workplace) => Promise.all([client.ping(), sleep(20)])

test('a worker that dies without a word is noticed by its lock, and the run goes on in another', async () => {
  const locks = installLocks()
  const { experiment } = createExperiment({ during: () => sleep(1) })
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a', { initial: { backend: 'wasm', config: long } })
  run.run()
  await run.when(() => run.getState().reach.step >= 20)
  expect(locks.held()).toBe(1)
  locks.killHolders()
  await run.until('done')
  expect(place.made()).toBe(2)
  expect(run.getState()).toMatchObject({
    backend: 'wasm',
    notice: expect.stringMatching(
      /^The part of this page that trains has stopped unexpectedly\. The run went on/,
    ),
  })
})

test('a page that ends its worker itself is not told that it died', async () => {
  const locks = installLocks()
  const { experiment } = createExperiment()
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a', { initial: { backend: 'wasm' } })
  run.run()
  await run.until('done')
  place.client.restart()
  locks.killHolders()
  await sleep(20)
  expect([run.getState().status, run.getState().notice, place.made()]).toEqual(['done', null, 1])
})

test('a worker that is lost while backends are measured, or while a run is opened, is replaced', async () => {
  for (const when of ['measured', 'opened'] as const) {
    const { experiment } = createExperiment()
    const { engine, used } = createEngine()
    let crashes = 1
    const fragile: Engine = {
      ...engine,
      async use(backend) {
        if (crashes-- > 0) {
          await heardFrom(place)
          place.crash()
          await new Promise(() => {})
        }
        return engine.use(backend)
      },
    }
    const place = createWorkplace({ a: experiment }, fragile)
    const run = createTestRun(place, 'a', { initial: { backend: when === 'measured' ? 'auto' : 'wasm' } })
    run.run()
    await run.until('done')
    expect([run.getState().error, run.getState().backend, place.made()]).toEqual([null, 'wasm', 2])
    expect(used).not.toContain('cpu')
  }
})

test('a backend on which the worker dies twice is left for the next, which says why', async () => {
  const { experiment } = createExperiment()
  const { engine } = createEngine()
  const place = createWorkplace(
    { a: experiment },
    {
      ...engine,
      async use(backend) {
        if (backend === 'webgl') {
          await heardFrom(place)
          place.crash()
          await new Promise(() => {})
        }
        return engine.use(backend)
      },
    },
  )
  const run = createTestRun(place, 'a', { initial: { backend: 'webgl' } })
  run.run()
  await run.until('done')
  expect(run.getState()).toMatchObject({
    backend: 'wasm',
    backendReport: [
      { backend: 'webgl', stepsPerSecond: null, why: expect.stringMatching(/stopped unexpectedly/) },
    ],
  })
})

test('memory that runs out on one backend: the run goes on from its checkpoint on the next', async () => {
  let current = ''
  const { engine } = createEngine()
  const { experiment } = createExperiment({
    async during(step) {
      await sleep(1)
      if (current === 'wasm' && step === 60) throw new RangeError('Array buffer allocation failed')
    },
  })
  const place = createWorkplace(
    { a: experiment },
    {
      ...engine,
      use(backend) {
        current = backend
        return engine.use(backend)
      },
      blames: (error) => /allocation failed/.test(String(error)),
    },
  )
  const run = createTestRun(place, 'a', { initial: { backend: 'wasm', config: long } })
  run.run()
  await run.until('done', 'failed')
  const { status, backend, notice } = run.getState()
  expect([status, backend]).toEqual(['done', 'cpu'])
  expect(notice).toMatch(
    /Array buffer allocation failed\. The run went on from .* with CPU; nothing was lost\.$/,
  )
  const whole = createTestRun(createWorkplace({ a: createExperiment().experiment }), 'a', {
    initial: { backend: 'cpu', config: long },
  })
  whole.run()
  await whole.until('done')
  expect(measurements(run)).toEqual(measurements(whole))
})

test('a worker that does not answer is told of, and can be replaced', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { experiment } = createExperiment({
      during: (step) => (step === 10 && place.made() === 1 ? new Promise(() => {}) : undefined),
    })
    const place = createWorkplace({ a: experiment })
    const run = createTestRun(place, 'a', { initial: { backend: 'wasm', config: long } })
    // The worker of this bench still hears while its experiment hangs; a stuck one does not.
    const ping = vi.spyOn(place.client, 'ping').mockReturnValue(new Promise(() => {}))
    run.run()
    await run.until('running')
    await vi.advanceTimersByTimeAsync(36_000)
    expect(run.getState().unanswered).toBe(true)
    ping.mockRestore()
    run.revive()
    vi.useRealTimers()
    await run.until('done')
    expect(run.getState()).toMatchObject({
      unanswered: false,
      notice: expect.stringMatching(/^The part of this page that trains did not answer\. The run went on/),
    })
  } finally {
    vi.useRealTimers()
  }
})

test('a step is shown before the layers are looked at, and the look is never left out', async () => {
  const { experiment } = createExperiment()
  const looks: number[] = []
  const curious: Experiment = {
    ...experiment,
    async *train(context) {
      for await (const frame of experiment.train(context))
        yield {
          ...frame,
          inspect: async () => {
            looks.push(frame.step)
            return { step: frame.step } as unknown as Inspection
          },
        }
    },
  }
  const request = { widget: 'a', variants: ['fast'], seeds: [0], config: { ...long, steps: 5 } }
  const session = await startSession(curious, request, async () => {})
  expect(looks).toEqual([])
  // Ahead of Run, where there is time.
  expect([await session.look(), await session.look(), looks]).toEqual([true, false, [0]])
  await session.advance()
  const { variants } = await session.collect({ views: true })
  expect([variants['fast']!.view?.step, looks]).toEqual([1, [0]])
  while (!session.done) await session.advance()
  expect(looks).toEqual([0, 1, 2, 4, 5])
  const { variants: after } = await session.collect({ views: false })
  expect(after['fast']!.inspections.map(({ step }) => step)).toEqual([1, 2, 4, 5])
  await session.end()
})

test('warming up measures, opens on the fastest and makes a step that changes nothing', async () => {
  const { experiment, ledger } = createExperiment()
  const { engine, used } = createEngine({ webgl: 'No WebGL.' })
  const place = createWorkplace({ a: experiment }, engine)
  const run = createTestRun(place, 'a')
  const warmUp = vi.spyOn(place.client, 'warmUp')
  run.prepare()
  run.warmUp()
  await eventually(() => warmUp.mock.results.length > 0)
  await warmUp.mock.results[0]!.value
  expect(run.getState().backendReport).toHaveLength(3)
  expect(run.getState()).toMatchObject({ status: 'idle', reach: { step: 0 }, backend: expect.any(String) })
  const { backend } = run.getState()
  expect(run.getState().backendReport[0]!.backend).toBe(backend)
  // All that was made ahead has been freed: what is left is the run itself.
  expect(ledger.live).toBe(2)
  used.length = 0
  run.run()
  await run.until('done')
  expect(new Set(used)).toEqual(new Set([backend]))
  const cold = createTestRun(createWorkplace({ a: createExperiment().experiment }), 'a', {
    initial: { backend: backend! },
  })
  cold.run()
  await cold.until('done')
  expect(measurements(run)).toEqual(measurements(cold))
})

test('what is done ahead gives way to a figure that the reader runs', async () => {
  const { experiment, ledger } = createExperiment({ during: () => sleep(5) })
  const { experiment: other } = createExperiment({ steps: 20 })
  const place = createWorkplace({ a: experiment, b: other })
  const [run, second] = [
    createTestRun(place, 'a'),
    createTestRun(place, 'b', { initial: { backend: 'wasm', config: { ...long, steps: 20 } } }),
  ]
  run.prepare()
  await run.when(() => run.view('fast') !== undefined)
  run.warmUp()
  second.prepare()
  await eventually(() => ledger.steps > 3)
  const asked = ledger.steps
  second.run()
  await second.until('done')
  // The one under way, and one that began before this was heard.
  expect(ledger.steps - asked).toBeLessThanOrEqual(2)
  const { steps } = ledger
  await sleep(100)
  expect([ledger.steps, run.getState().backendReport]).toEqual([steps, []])
  run.run()
  await run.when(() => run.getState().status === 'running')
  expect(run.getState().backendReport).toHaveLength(3)
})

test('a figure that is disposed while it is warmed up stops that', async () => {
  const { experiment, ledger } = createExperiment({ during: () => sleep(5) })
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a', { initial: { backend: 'wasm' } })
  const close = vi.spyOn(place.client, 'close')
  run.prepare()
  run.warmUp()
  run.dispose()
  await close.mock.results[0]!.value
  const { steps } = ledger
  await sleep(100)
  expect([ledger.steps, ledger.live]).toEqual([steps, 0])
})
