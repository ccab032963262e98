/** What goes wrong in a figure's life is said in one sentence, and the run goes on or can be started again. */
import { expect, test } from 'vitest'
import { createEngine, createTestRun, createWorkplace, eventually } from './bench.ts'
import { createExperiment } from './experiments.ts'
import { sleep } from '../../src/lab/turns.ts'

test('an error in an experiment is one sentence; run starts again with a fresh worker', async () => {
  let broken = true
  const { experiment, ledger } = createExperiment({
    during(step) {
      if (broken && step === 7) throw new Error('the moon was in the way')
    },
  })
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a', { initial: { backend: 'wasm' } })
  run.run()
  await run.until('failed')
  expect(run.getState().error).toBe('Slow stopped after step 6: the moon was in the way.')
  await eventually(() => ledger.live === 0)
  run.step()
  expect(run.getState().status).toBe('failed')
  broken = false
  run.run()
  await run.until('done')
  expect([run.getState().error, place.made()]).toEqual([null, 2])
})

test('an error at step 0 is silent while preparing and told on Run', async () => {
  const { experiment } = createExperiment({ during: () => Promise.reject(new Error('no data')) })
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.prepare()
  await sleep(30)
  expect(run.getState().status).toBe('idle')
  run.run()
  await run.until('failed')
  expect(run.getState().error).toBe('Slow could not start: no data.')
})

test('a worker that does not load fails with a sentence, then starts again', async () => {
  const { experiment } = createExperiment()
  let online = false
  const place = createWorkplace({ a: experiment }, createEngine().engine, () => online)
  const run = createTestRun(place, 'a')
  run.prepare()
  await sleep(10)
  expect(run.getState().status).toBe('idle')
  run.run()
  await run.until('failed')
  expect(run.getState().error).toMatch(/could not be loaded/)
  online = true
  run.run()
  await run.until('done')
})

test('after a crash what trained goes on; prepared and finished figures do not mind', async () => {
  const { experiment } = createExperiment()
  const place = createWorkplace({ a: experiment, b: experiment, c: experiment })
  const [a, b, c] = ['a', 'b', 'c'].map((name) =>
    createTestRun(place, name, { initial: { backend: 'wasm' } }),
  )
  a!.run()
  await a!.until('done')
  b!.prepare()
  await b!.when(() => b!.view('fast') !== undefined)
  c!.configure({ config: { steps: 1e6 } })
  c!.run()
  await c!.when(() => c!.getState().reach.step > 0)
  const { step } = c!.getState().reach
  place.crash()
  expect([a, b, c].map((run) => run!.getState().status)).toEqual(['done', 'idle', 'loading'])
  await c!.when(() => c!.getState().reach.step > step)
  expect(c!.getState()).toMatchObject({ status: 'running', error: null })
  expect(c!.getState().notice).toMatch(/stopped unexpectedly. The run went on from epoch .* with wasm/)
  b!.run()
  await b!.until('done')
  c!.reset()
  expect(c!.getState()).toMatchObject({ status: 'idle', error: null, notice: null })
})

test('a fresh worker for one figure leaves what another had trained where it was', async () => {
  const { experiment } = createExperiment()
  const bad = createExperiment({
    during(step) {
      if (step === 1) throw new Error('no')
    },
  })
  const place = createWorkplace({ a: experiment, b: bad.experiment })
  const [a, b] = [createTestRun(place, 'a'), createTestRun(place, 'b', { initial: { backend: 'cpu' } })]
  a.configure({ backend: 'cpu', config: { steps: 1e6 } })
  a.run()
  await a.when(() => a.getState().reach.step > 0)
  b.run()
  await b.until('failed')
  expect(a.getState().status).toBe('paused')
  b.reset()
  expect(b.getState().status).toBe('idle')
  const { reach } = a.getState()
  expect(a.getState()).toMatchObject({ status: 'paused', error: null })
  a.run()
  await a.when(() => a.getState().reach.step > Math.max(10, reach.step))
  expect(Array.from(a.history.steps('fast')).slice(0, 3)).toEqual([0, 5, 10])
})

test('a run that is lost again and again without getting further stops with a sentence', async () => {
  const { experiment } = createExperiment({
    during(step) {
      if (step === 7) throw new Error('the device is out of memory')
    },
  })
  const place = createWorkplace({ a: experiment })
  const run = createTestRun(place, 'a')
  run.configure({ backend: 'webgl' })
  run.run()
  await run.until('failed')
  expect(run.getState().error).toBe('Slow stopped after step 6: the device is out of memory.')
  // Twice or three times on each backend, each time in a fresh worker.
  expect(place.made()).toBeGreaterThanOrEqual(6)
  expect(place.made()).toBeLessThanOrEqual(9)
})

test('a device that is lost once is replaced by a fresh one, on the same backend', async () => {
  const { experiment } = createExperiment()
  const { engine, used, device } = createEngine()
  const place = createWorkplace({ a: experiment }, engine)
  const run = createTestRun(place, 'a')
  run.configure({ backend: 'webgl', config: { steps: 1e6 } })
  run.run()
  await run.when(() => run.getState().reach.step > 0)
  const { step } = run.getState().reach
  device.lost = true
  await run.when(() => run.getState().status === 'loading')
  device.lost = false
  await run.until('running')
  await run.when(() => run.getState().reach.step > step)
  expect(run.getState()).toMatchObject({ status: 'running', backend: 'webgl' })
  expect(run.getState().notice).toMatch(/^The device was lost. The run went on from epoch .* with WebGL/)
  expect(new Set(used)).toEqual(new Set(['webgl']))
})
