import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Update } from './protocol.ts'
import { createRunLog } from './runLog.ts'
import { defineSetup } from './setup.ts'

const variants = ['a', 'b', 'c']
const seeds = [0, 1, 2, 3, 4]
const setup = defineSetup({
  config: {},
  variants: { a: { label: 'A' }, b: { label: 'B' }, c: { label: 'C' } },
  metrics: {
    loss: { label: 'loss', scale: 'log', domain: [0.01, 1] },
    accuracy: { label: 'accuracy', scale: 'linear', domain: [0, 1] },
  },
  clock: () => ({ name: 'epoch', label: 'epoch', start: 0, end: 2000 }),
  steps: () => 2000,
  measureEvery: () => 1,
})

/** As large as the largest figure's: 20 kB of pictures, and 144-32x6-10 with Adam's two slots. */
const update = (step: number): Update => ({
  status: 'running',
  step,
  epoch: step,
  stepsPerSecond: 15,
  variants: Object.fromEntries(
    variants.map((name) => [
      name,
      {
        steps: Float64Array.of(step),
        epochs: Float64Array.of(step),
        values: Float64Array.from({ length: 10 }, () => 1),
        diverged: seeds.map(() => null),
        inspections: [],
        view: { step, view: { grid: new Float32Array(5000) } },
      },
    ]),
  ),
  checkpoint: {
    step,
    epoch: step,
    variants: Object.fromEntries(
      variants.map((name) => [
        name,
        {
          checkpoint: { step, tensors: Array.from({ length: 3 }, () => new Float32Array(5 * 10_250)) },
          diverged: seeds.map(() => null),
        },
      ]),
    ),
  },
})

test('a run of 2,000 steps, 3 variants and 5 seeds, all measured, drawn and forked, stays under 64 MB', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = async () => {
    // Buffers that nobody holds are freed a while after their objects.
    for (let i = 0; i < 4; i++) {
      collect()
      await new Promise(setImmediate)
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = await held()
  const log = createRunLog(setup, { variants, seeds, start: 0 })
  for (let step = 0; step <= 2000; step++) log.append(update(step))
  expect(log.history.length('c')).toBe(2001)
  // Still enough to go back to: no more than a fifth of the run is computed again.
  for (let step = 400; step <= 2000; step += 100) expect(step - log.checkpoint(step)!.step).toBeLessThan(400)
  log.seek(1000)
  const fork = log.forked()
  expect(fork.reach).toEqual({ step: 1000, epoch: 1000 })
  expect(fork.ghost?.length('c')).toBe(2001)
  for (let step = 1001; step <= 2000; step++) fork.append(update(step))
  expect((await held()) - before).toBeLessThan(64e6)
})
