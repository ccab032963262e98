/** The quickest backend is found by timing the figure's own experiment on each, and a slow one may not hold it up. */
import { expect, test } from 'vitest'
import { sleep } from '../../src/lab/turns.ts'
import { createEngine } from './bench.ts'
import { createExperiment } from './experiments.ts'
import { createBench, request } from './hostBench.ts'

/** An engine, and which backend it was told to use last: experiments here are quick on one and slow on another. */
function engineThatTells(...faults: Parameters<typeof createEngine>) {
  const { engine } = createEngine(...faults)
  let current = ''
  const told: typeof engine = {
    ...engine,
    async use(backend) {
      await engine.use(backend)
      current = backend
    },
  }
  return { engine: told, inUse: () => current }
}

test('backends are timed on this experiment and sorted; those that cannot be used say why', async () => {
  const { engine, inUse } = engineThatTells({ webgl: 'WebGL is not available here.' })
  const { experiment, ledger } = createExperiment({ during: () => sleep(inUse() === 'wasm' ? 80 : 1) })
  const { host } = createBench(experiment, undefined, engine)
  const report = await host.measureBackends(request)
  expect(report.map(({ backend }) => backend)).toEqual(['cpu', 'wasm', 'webgl'])
  expect(report[0]!.stepsPerSecond).toBeGreaterThan(report[1]!.stepsPerSecond!)
  expect(report[2]).toEqual({ backend: 'webgl', stepsPerSecond: null, why: 'WebGL is not available here.' })
  expect(ledger.live).toBe(0)
})

test('a backend whose first step takes seconds is held against what the best does in that time, and not timed further', async () => {
  const stepsOn: Record<string, number> = { wasm: 0, cpu: 0, webgl: 0 }
  const { engine, inUse } = engineThatTells()
  const { experiment, ledger } = createExperiment({
    async during(step) {
      if (step > 0) stepsOn[inUse()]!++
      // As a slow driver does: it compiles at the first step, and is quick from then on.
      if (inUse() === 'webgl' && step === 1) await sleep(1600)
    },
  })
  const { host } = createBench(experiment, undefined, engine)
  const report = await host.measureBackends(request)
  const last = report.at(-1)!
  expect(last.backend).toBe('webgl')
  expect(last.stepsPerSecond).toBeGreaterThan(0.3)
  expect(last.stepsPerSecond).toBeLessThan(0.7)
  expect(last.why).toMatch(
    /^Only its first step was timed: it took \d\.\d s, in which (wasm|cpu) makes \d+\.$/,
  )
  expect(stepsOn['webgl']).toBe(1)
  // Only what is trained is timed.
  expect([ledger.measured, ledger.live]).toEqual([0, 0])
})

test('a first step of seconds is forgiven where the others need long too', async () => {
  const { engine, inUse } = engineThatTells()
  const { experiment } = createExperiment({
    async during(step) {
      if (inUse() !== 'webgl') await sleep(40)
      else if (step === 1) await sleep(1600)
    },
  })
  const { host } = createBench(experiment, undefined, engine)
  const [fastest] = await host.measureBackends(request)
  expect(fastest).toEqual({ backend: 'webgl', stepsPerSecond: expect.any(Number) })
  // Its first step alone would be 0.6 a second.
  expect(fastest!.stepsPerSecond).toBeGreaterThan(10)
})

test('an experiment that throws while it is timed leaves nothing behind', async () => {
  const { experiment, ledger } = createExperiment({
    during(step) {
      if (step === 1) throw new Error('no')
    },
  })
  const { host } = createBench(experiment)
  const report = await host.measureBackends(request)
  expect(report.map(({ stepsPerSecond }) => stepsPerSecond)).toEqual([null, null, null])
  expect(report[0]!.why).toBe('Slow stopped after step 0: no.')
  expect(ledger.live).toBe(0)
})
