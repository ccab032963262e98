/** Which backend a figure runs on, and what it says about the others. */
import { expect, test } from 'vitest'
import { createEngine, createTestRun, createWorkplace } from './bench.ts'
import { createExperiment } from './experiments.ts'

function box() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('auto measures once for a figure, remembers, and runs on the fastest', async () => {
  const { experiment } = createExperiment()
  const { engine, used } = createEngine({ webgl: 'WebGL is not available here.' })
  const storage = box()
  const place = createWorkplace({ a: experiment }, engine)
  const run = createTestRun(place, 'a', { storage: () => storage })
  run.run()
  await run.until('done')
  const { backend, backendChoice, backendReport } = run.getState()
  expect(backendChoice).toBe('auto')
  expect(backend).toBe(backendReport[0]!.backend)
  expect(new Set(backendReport.map((entry) => entry.backend))).toEqual(new Set(['wasm', 'cpu', 'webgl']))
  expect(backendReport.at(-1)).toEqual({
    backend: 'webgl',
    stepsPerSecond: null,
    why: 'WebGL is not available here.',
  })
  expect(new Set(used)).toEqual(new Set(['wasm', 'cpu']))

  used.length = 0
  const again = createTestRun(createWorkplace({ a: experiment }, engine), 'a', { storage: () => storage })
  again.prepare()
  await again.when(() => again.view('fast') !== undefined)
  again.run()
  await again.until('done')
  expect([again.getState().backend, new Set(used)]).toEqual([backend, new Set([backend])])
  expect(again.getState().backendReport).toEqual(backendReport)
})

test('a choice that cannot be used falls back to wasm, then cpu, and says why', async () => {
  const { experiment } = createExperiment()
  const { engine } = createEngine({ webgl: 'WebGL is not available here.', wasm: 'No WebAssembly.' })
  const run = createTestRun(createWorkplace({ a: experiment }, engine), 'a', {
    initial: { backend: 'webgl' },
  })
  run.run()
  await run.until('done')
  expect(run.getState()).toMatchObject({
    status: 'done',
    backend: 'cpu',
    backendChoice: 'webgl',
    backendReport: [
      { backend: 'webgl', stepsPerSecond: null, why: 'WebGL is not available here.' },
      { backend: 'wasm', stepsPerSecond: null, why: 'No WebAssembly.' },
    ],
  })
})

test('a remembered backend that is gone is not insisted on', async () => {
  const { experiment } = createExperiment()
  const storage = box()
  storage.getItem = () => '[{"backend":"webgl","stepsPerSecond":900},{"backend":"cpu","stepsPerSecond":9}]'
  const { engine } = createEngine({ webgl: 'WebGL is not available here.' })
  const run = createTestRun(createWorkplace({ a: experiment }, engine), 'a', { storage: () => storage })
  run.run()
  await run.until('done')
  expect(run.getState()).toMatchObject({
    backend: 'cpu',
    backendReport: [
      { backend: 'cpu', stepsPerSecond: 9 },
      { backend: 'webgl', stepsPerSecond: null },
    ],
  })
})

test('nothing can be used: one sentence', async () => {
  const { experiment } = createExperiment()
  const { engine } = createEngine({ webgl: 'No WebGL.', wasm: 'No WebAssembly.', cpu: 'No arithmetic.' })
  const run = createTestRun(createWorkplace({ a: experiment }, engine), 'a')
  run.run()
  await run.until('failed')
  expect(run.getState().error).toBe(
    'Nothing on this device can run the arithmetic (wasm: No WebAssembly; cpu: No arithmetic; webgl: No WebGL).',
  )
})

test('changing the backend starts over on it', async () => {
  const { experiment } = createExperiment()
  const run = createTestRun(createWorkplace({ a: experiment }), 'a', { initial: { backend: 'wasm' } })
  run.prepare()
  await run.when(() => run.view('fast') !== undefined)
  run.configure({ backend: 'cpu' })
  expect(run.getState().backendChoice).toBe('cpu')
  await run.when(() => run.view('fast') !== undefined)
  expect(run.getState()).toMatchObject({ backend: 'cpu', status: 'idle' })
})

test('Run, pause and Run again while backends are measured measures once', async () => {
  const { experiment } = createExperiment()
  const { engine, used } = createEngine()
  const run = createTestRun(createWorkplace({ a: experiment }, engine), 'a', {
    initial: { variants: ['fast'], config: { steps: 40, rate: 0.1, shape: 'round' } },
  })
  run.run()
  run.pause()
  expect(run.getState().status).toBe('idle')
  run.run()
  await run.until('done')
  const changes = used.filter((backend, i) => backend !== used[i - 1])
  // Each once, and then the one that is run on.
  expect(changes.slice(0, 3)).toEqual(['wasm', 'cpu', 'webgl'])
  expect(changes.length).toBeLessThanOrEqual(4)
})

test('what is known to be slow is not timed, says why, and can be chosen', async () => {
  const { experiment } = createExperiment()
  const { engine, used } = createEngine({}, 'webgl')
  const place = createWorkplace({ a: experiment }, engine)
  const run = createTestRun(place, 'a')
  run.run()
  await run.until('done')
  expect(used).not.toContain('webgl')
  expect(run.getState().backendReport.at(-1)).toEqual({
    backend: 'webgl',
    stepsPerSecond: null,
    untimed: true,
    why: expect.stringMatching(/^Not timed: /),
  })
  const chosen = createTestRun(place, 'a', { initial: { backend: 'webgl' } })
  chosen.run()
  await chosen.until('done')
  expect(chosen.getState().backend).toBe('webgl')
})
