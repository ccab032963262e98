/** Time is the reader's: forks, live changes, links to a moment, and runs that are lost and go on. Real training. */
import { expect, onTestFinished, test } from 'vitest'
import type { Backend } from '../../src/lab/engine.ts'
import { fromLink } from '../../src/lab/link.ts'
import { toLink } from '../../src/lab/toLink.ts'
import { createRun, type LiveRun, type RunOptions } from '../../src/lab/run.ts'
import type { RunStatus } from '../../src/lab/runState.ts'
import { engine } from '../../src/nn/engine.ts'
import setup from '../../src/widgets/one-bend/config.ts'
import experiment, { type View } from '../../src/widgets/one-bend/train.ts'
import { createWorkplace, eventually } from './bench.ts'

type Setup = typeof setup
const short = { epochs: 20, units: 6 } as const
const steps = 160

function open(
  initial: RunOptions<Setup>['initial'] = {},
  place = createWorkplace({ a: experiment }, engine),
) {
  const { config, ...others } = initial
  const run = createRun<Setup, View>({
    widget: 'a',
    setup,
    client: place.client,
    initial: {
      backend: 'wasm',
      seeds: [0, 1],
      variants: ['tanh', 'relu'],
      ...others,
      config: { ...(config as object), ...short } as never,
    },
  })
  run.setSpeed('all')
  onTestFinished(() => run.dispose())
  return { run, place }
}

const status = (run: LiveRun<Setup, View>, ...wanted: RunStatus[]) =>
  eventually(() => wanted.includes(run.getState().status))

/** All losses of a variant's first seed by step. */
const losses = (run: LiveRun<Setup, View>, variant = 'tanh') => {
  const values = run.history.values(variant, 'loss', 0)
  return Object.fromEntries(Array.from(run.history.steps(variant), (step, i) => [step, values[i]]))
}

/** Runs until some steps and a checkpoint have come, and pauses. */
async function somewhere(run: LiveRun<Setup, View>): Promise<number> {
  run.setSpeed(200)
  run.run()
  await eventually(() => run.getState().reach.step >= 40)
  run.pause()
  await status(run, 'paused')
  const { step } = run.getState().reach
  run.setSpeed('all')
  return step
}

test.each<Backend>(['wasm', 'cpu'])(
  'a replay from a checkpoint reproduces the losses exactly on %s',
  async (backend) => {
    const { run } = open({ backend })
    await somewhere(run)
    run.run()
    await status(run, 'done')
    const original = losses(run)
    run.seek(6)
    expect(run.getState().now).toEqual({ step: 48, epoch: 6 })
    run.fork()
    expect(run.getState()).toMatchObject({ forkedAt: { step: 48 }, reach: { step: 48 }, now: { step: 48 } })
    await status(run, 'done')
    expect(losses(run)).toEqual(original)
    expect(Array.from(run.ghost!.values('tanh', 'loss', 0))).toEqual(Object.values(original))
    run.reset()
    expect(run.ghost).toBeNull()
    expect(run.getState().forkedAt).toBeNull()
  },
)

test('a fork with another rate keeps the past, and the old future stays beside the new one', async () => {
  const { run } = open()
  run.run()
  await status(run, 'done')
  const original = losses(run)
  run.seek(5)
  run.change({ learningRate: 0.001 })
  expect(run.getState()).toMatchObject({
    config: { learningRate: 0.001 },
    initialConfig: { learningRate: 0.01 },
    changes: [{ step: 40, values: { learningRate: 0.001 } }],
  })
  await status(run, 'done')
  const forked = losses(run)
  expect(Object.keys(forked)).toEqual(Object.keys(original))
  const changed = Object.keys(original).filter((step) => forked[step] !== original[step])
  expect(changed.map(Number)).toEqual([48, 56, 64, 72, 80, 88, 96, 104, 112, 120, 128, 136, 144, 152, 160])
  expect(Array.from(run.ghost!.steps('relu'))).toEqual(Array.from(run.history.steps('relu')))
})

test('a live field takes effect while training, and the run can be computed again from its link', async () => {
  const { run } = open()
  await somewhere(run)
  run.change({ learningRate: 0.1 })
  run.run()
  await status(run, 'done')
  const { changes, initialConfig, config, variants, seeds, backendChoice } = run.getState()
  const before = changes[0]!.step
  expect(before).toBeGreaterThanOrEqual(40)
  expect(changes).toEqual([{ step: before, values: { learningRate: 0.1 } }])
  expect(config).toMatchObject({ learningRate: 0.1 })

  const text = toLink(setup, {
    config: initialConfig,
    variants,
    seeds,
    backend: backendChoice,
    changes,
    at: 120,
  })
  expect(text).toContain(`&change=${before}:learningRate:0.1&at=120`)
  const { run: again } = open()
  again.adopt(fromLink(setup, text))
  expect(again.getState()).toMatchObject({ destination: 120, config: { learningRate: 0.1 } })
  // A figure that is out of view pauses on the way, and goes on to its moment when it is back.
  again.pause()
  await status(again, 'idle', 'paused')
  again.run()
  await eventually(() => again.getState().status === 'paused' && again.getState().reach.step === 120)
  expect(again.getState()).toMatchObject({ corrections: [], destination: null })
  const until120 = Object.entries(losses(run)).filter(([step]) => Number(step) <= 120)
  expect(Object.entries(losses(again))).toEqual(until120)
  again.run()
  await status(again, 'done')
  expect(losses(again)).toEqual(losses(run))
})

test('a change at the start, or after the end, is a new setting', async () => {
  const { run } = open()
  run.change({ learningRate: 0.05 })
  expect(run.getState()).toMatchObject({ changes: [], initialConfig: { learningRate: 0.05 }, status: 'idle' })
  expect(() => run.change({ depth: 3 })).toThrow('Expected live fields only, found depth')
})

test('a worker that crashes is replaced, and the run goes on where it was', async () => {
  const { run: whole } = open()
  whole.run()
  await status(whole, 'done')
  const { run, place } = open()
  run.setSpeed(200)
  run.run()
  await eventually(() => run.getState().reach.step >= 40)
  place.crash()
  await eventually(() => run.getState().notice !== null)
  expect(run.getState().notice).toMatch(
    /^The part of this page that trains has stopped.* went on from epoch .* with wasm; nothing/,
  )
  run.setSpeed('all')
  await status(run, 'done', 'failed')
  expect(run.getState()).toMatchObject({ status: 'done', error: null })
  expect(place.made()).toBe(2)
  expect(losses(run)).toEqual(losses(whole))
})

test('a paused run that loses its worker stays paused where it is, and goes on when asked', async () => {
  const { run, place } = open()
  const step = await somewhere(run)
  place.crash()
  await eventually(() => place.made() === 2)
  expect(run.getState()).toMatchObject({ status: 'paused', reach: { step } })
  run.run()
  await status(run, 'done')
  expect(run.history.steps('tanh')).toHaveLength(steps / 8 + 1)
})

test('the reader may ask the networks while they stand, also after the end', async () => {
  const { run } = open()
  expect(await run.predict(Float32Array.of(0, 0), 1)).toBeNull()
  run.run()
  await status(run, 'done')
  const answers = await run.predict(Float32Array.of(0, 1, 2, 2, -1, 0), 3)
  expect(Object.keys(answers!)).toEqual(['tanh', 'relu'])
  for (const probabilities of Object.values(answers!)) {
    expect(probabilities).toHaveLength(6)
    for (let row = 0; row < 3; row++)
      expect(probabilities[2 * row]! + probabilities[2 * row + 1]!).toBeCloseTo(1, 5)
  }
})

test('what is drawn while the networks are made ready is answered when they are', async () => {
  const { run } = open()
  run.prepare()
  expect(Object.keys((await run.predict(Float32Array.of(0, 0), 1))!)).toEqual(['tanh', 'relu'])
})

test('a pause while a fork is being opened stands, and the fork goes on when asked', async () => {
  const { run } = open()
  run.run()
  await status(run, 'done')
  const original = losses(run)
  run.seek(15)
  run.fork()
  run.pause()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(run.getState()).toMatchObject({ status: 'paused', error: null, reach: { step: 120 } })
  run.step()
  await eventually(() => run.getState().reach.step === 121)
  run.run()
  await status(run, 'done', 'failed')
  expect(run.getState()).toMatchObject({ status: 'done', error: null })
  const { 121: _extra, ...forked } = losses(run)
  expect(forked).toEqual(original)
})

test('a change while the past is computed again holds from where the reader has been', async () => {
  const { run } = open()
  run.run()
  await status(run, 'done')
  const original = losses(run)
  run.seek(15)
  run.fork()
  run.change({ learningRate: 0.001 })
  await status(run, 'done')
  const { changes, initialConfig, variants, seeds } = run.getState()
  expect(changes).toHaveLength(1)
  expect(changes[0]!.step).toBeGreaterThanOrEqual(120)
  expect(losses(run)[120]).toBe(original[120])
  expect(losses(run)[160]).not.toBe(original[160])
  const { run: again } = open()
  again.adopt(
    fromLink(setup, toLink(setup, { config: initialConfig, variants, seeds, backend: 'wasm', changes })),
  )
  again.run()
  await status(again, 'done')
  expect(losses(again)).toEqual(losses(run))
})
