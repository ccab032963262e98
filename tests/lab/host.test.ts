/** The worker's side by itself: who computes when, and what is posted. */
import { expect, test } from 'vitest'
import type { Experiment } from '../../src/lab/experiment.ts'
import { deferred, sleep } from '../../src/lab/turns.ts'
import { createEngine, eventually, stands } from './bench.ts'
import { createExperiment } from './experiments.ts'
import { config, createBench, request } from './hostBench.ts'

test('a page that does not acknowledge stops training; it still pauses, and goes on when it answers', async () => {
  const { experiment, ledger } = createExperiment()
  const gate = deferred<void>()
  const { host, updates } = createBench(experiment, ({ status }) =>
    status === 'running' ? gate.promise : undefined,
  )
  await host.open(request)
  await host.run('1')
  await eventually(() => updates.length === 2)
  await stands(ledger)
  const { steps } = ledger
  expect(updates.length).toBe(2)
  await host.pause('1')
  expect(updates.at(-1)?.status).toBe('paused')
  expect(2 * updates.at(-1)!.step).toBe(steps)
  gate.resolve()
  await host.run('1')
  await eventually(() => ledger.steps > steps)
  await host.close('1')
  expect(ledger.live).toBe(0)
})

test('updates come at most every 70 ms, hold all measurements once and in order, and pictures of that moment', async () => {
  const { experiment, ledger } = createExperiment()
  const times: number[] = []
  const { host, updates } = createBench(experiment, () => void times.push(performance.now()))
  await host.open(request)
  await host.run('1')
  await eventually(() => updates.length >= 5)
  await host.close('1')
  const running = times.slice(1, 5)
  for (let i = 1; i < running.length; i++) expect(running[i]! - running[i - 1]!).toBeGreaterThan(60)
  const steps = updates.flatMap(({ variants }) => Array.from(variants['slow']!.steps))
  expect(steps).toEqual(steps.map((_, i) => 5 * i))
  for (const { step, variants } of updates) expect(variants['fast']!.view?.step).toBe(step)
  expect(updates[2]!.stepsPerSecond).toBeGreaterThan(0)
  // Views are asked for only when they are sent.
  expect(ledger.views).toBe(2 * updates.length)
})

test('off screen no picture is made while it trains; pause brings one', async () => {
  const { experiment } = createExperiment()
  const { host, updates } = createBench(experiment)
  await host.open(request)
  host.setWantsViews('1', false)
  await host.run('1')
  await eventually(() => updates.length >= 3)
  await host.pause('1')
  expect(updates.slice(1, -1).every(({ variants }) => variants['slow']!.view === undefined)).toBe(true)
  expect(updates.at(-1)!.variants['slow']!.view?.step).toBe(updates.at(-1)!.step)
})

test('a chosen speed is kept, and can change under way', async () => {
  const { experiment, ledger } = createExperiment()
  const { host } = createBench(experiment)
  /** Milliseconds until so many more steps were made. */
  const time = async (count: number) => {
    const [begin, end] = [performance.now(), ledger.steps + 2 * count]
    await eventually(() => ledger.steps >= end)
    return performance.now() - begin
  }
  await host.open(request)
  host.setSpeed('1', 20)
  const [begin, ran] = [performance.now(), host.run('1')]
  await eventually(() => ledger.steps >= 2 * 10)
  await ran
  // The first is due at once. However late a machine is, it does not get ahead of the clock.
  expect(performance.now() - begin).toBeGreaterThan(9 * 50 - 10)
  // A machine that stalls is late now and then; a run that is too slow always takes twice its time.
  while ((await time(10)) > 2 * 10 * 50);
  host.setSpeed('1', 'all')
  // At 20 a second they would take 25 s.
  expect(await time(500)).toBeLessThan(10_000)
  await host.close('1')
})

test('messages are heard between steps: pause answers long before a slow run ends', async () => {
  const { experiment, ledger } = createExperiment({
    // Busy for 20 ms without ever giving way.
    during() {
      const end = performance.now() + 20
      while (performance.now() < end);
    },
  })
  const { host } = createBench(experiment)
  await host.open(request)
  await host.run('1')
  await sleep(100)
  const asked = ledger.steps
  await host.pause('1')
  // At most the round under way and the one that its turn had begun.
  expect(ledger.steps - asked).toBeLessThanOrEqual(4)
  await host.close('1')
})

test('a long round is left between two variants; step brings all of them to the same step again', async () => {
  const { experiment, ledger } = createExperiment({
    during() {
      const end = performance.now() + 60
      while (performance.now() < end);
    },
  })
  const { host, updates } = createBench(experiment)
  await host.open(request)
  await host.run('1')
  await eventually(() => ledger.steps === 3)
  await host.pause('1')
  expect(ledger.order.at(-1)).toBe('slow 2')
  expect(updates.at(-1)).toMatchObject({ status: 'paused', step: 2 })
  await host.step('1')
  const { step, variants } = updates.at(-1)!
  expect(step).toBe(3)
  for (const variant of ['slow', 'fast'])
    expect([variants[variant]!.steps.at(-1), variants[variant]!.view?.step]).toEqual([3, 3])
  expect(ledger.order).toEqual([0, 1, 2, 3].flatMap((at) => [`slow ${at}`, `fast ${at}`]))
  await host.close('1')
  expect(ledger.live).toBe(0)
})

/** Runs 1 and 2, of which one can train. */
async function openTwo() {
  const bench = createBench(createExperiment().experiment)
  await bench.host.open(request)
  await bench.host.open({ ...request, id: '2' })
  return bench
}

test('a run that is asked for again while another interrupts it is not told that it was', async () => {
  const { host, heard } = await openTwo()
  await host.run('1')
  await Promise.all([host.run('2'), host.pause('1'), host.run('1')])
  await eventually(() => heard.at(-1) === '1 running')
  expect(heard.filter((words) => words.includes('interrupted'))).toEqual(['2 interrupted'])
  await Promise.all([host.close('1'), host.close('2')])
})

test('another run, a step and a measurement interrupt the run that trains; pause overtakes a run that waits', async () => {
  const { host, heard } = await openTwo()
  await host.run('1')
  await host.run('2')
  await host.step('1')
  await host.run('2')
  await host.measureBackends(request)
  const running = host.run('1')
  const paused = host.pause('1')
  await Promise.all([running, paused])
  expect(heard.filter((words) => /interrupted|ready/.test(words))).toEqual([
    '1 ready',
    '2 ready',
    '1 interrupted',
    '2 interrupted',
    '2 interrupted',
  ])
  await sleep(30)
  expect(heard.at(-1)).not.toBe('1 running')
  await Promise.all([host.close('1'), host.close('2')])
})

test('run right after pause goes on, pause right after run stays', async () => {
  const { experiment, ledger } = createExperiment()
  const { host, updates } = createBench(experiment)
  await host.open(request)
  await host.run('1')
  await eventually(() => updates.length > 1)
  await Promise.all([host.pause('1'), host.run('1')])
  const paused = ledger.steps
  await eventually(() => ledger.steps > paused + 100)
  await Promise.all([host.run('1'), host.pause('1'), host.run('1'), host.pause('1')])
  expect(updates.at(-1)?.status).toBe('paused')
  const { length } = updates
  await stands(ledger)
  expect(updates.length).toBe(length)
  await host.close('1')
})

test('steps of two runs never mix, and each has its own backend', async () => {
  const log: string[] = []
  const { engine } = createEngine()
  let current = ''
  const { experiment } = createExperiment({
    async during(step, variant) {
      const before = current
      log.push(before)
      await sleep(1)
      if (current !== before) log.push(`${variant} ${step} was disturbed`)
    },
  })
  const { host } = createBench(experiment, undefined, {
    ...engine,
    use(backend) {
      current = backend
      return Promise.resolve()
    },
  })
  await Promise.all([host.open(request), host.open({ ...request, id: '2', backend: 'cpu' })])
  await host.run('1')
  await Promise.all([sleep(30), host.step('2'), host.close('1')])
  await host.close('2')
  expect(log.filter((line) => line.includes('disturbed'))).toEqual([])
  expect(new Set(log)).toEqual(new Set(['wasm', 'cpu']))
})

test('closing while it opens frees it', async () => {
  const { experiment, ledger } = createExperiment({ during: () => sleep(10) })
  const { host, heard } = createBench(experiment)
  const opened = host.open(request).catch((error: Error) => error.message)
  await host.close('1')
  expect(await opened).toMatch(/closed before/)
  expect([ledger.live, heard]).toEqual([0, []])
})

test('a backend that cannot be used is no failure; a missing experiment and a wrong measurement are', async () => {
  const { experiment, ledger } = createExperiment()
  const { engine } = createEngine({ webgl: 'WebGL is not available here.' })
  const { host } = createBench(experiment, undefined, engine)
  expect(await host.open({ ...request, backend: 'webgl' })).toEqual({
    usable: false,
    why: 'WebGL is not available here.',
  })
  await expect(host.open({ ...request, widget: 'b' })).rejects.toThrow(/no experiment called "b"/)
  await expect(host.run('1')).rejects.toThrow(/has been closed/)
  const short: Experiment = {
    ...experiment,
    setup: {
      ...experiment.setup,
      metrics: { ...experiment.setup.metrics, gap: { label: 'gap', scale: 'linear', domain: [0, 1] } },
    },
  }
  const other = createBench(short)
  await expect(other.host.open(request)).rejects.toThrow(
    'Slow stopped after step 0: expected 2 numbers for "gap", one per seed, and found none.',
  )
  expect(ledger.live).toBe(0)
})

test('an update that cannot be taken in fails the run', async () => {
  const { experiment, ledger } = createExperiment()
  const { host, heard } = createBench(experiment, ({ status }) =>
    status === 'running' ? Promise.reject(new Error('A function could not be cloned.')) : undefined,
  )
  await host.open(request)
  await host.run('1')
  await eventually(() => heard.at(-1) === '1 failed: A function could not be cloned.')
  await eventually(() => ledger.live === 0)
  await expect(host.step('1')).rejects.toThrow(/has been closed/)
})

test('a last update that cannot be taken in fails the run too', async () => {
  const { experiment } = createExperiment({ steps: 3 })
  const { host, heard } = createBench(experiment, ({ status }) =>
    status === 'done' ? Promise.reject(new Error('A function could not be cloned.')) : undefined,
  )
  await host.open({ ...request, config: { ...config, steps: 3 } })
  await host.run('1')
  await eventually(() => heard.length > 2)
  expect(heard.slice(-2)).toEqual(['1 done', '1 failed: A function could not be cloned.'])
})
