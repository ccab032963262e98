/** What every experiment must keep, whatever it is about: the tests that all `train.test.ts` share. */
import { beforeAll, describe, expect, it } from 'vitest'
import { defaults } from '../src/lab/config.ts'
import type { Experiment } from '../src/lab/experiment.ts'
import type { ConfigOf, Setup, VariantOf } from '../src/lab/setup.ts'
import { engine } from '../src/nn/engine.ts'

interface Short<S> {
  /** A setting with a short whole run. */
  config?: Partial<ConfigOf<S>>
  /** How many steps the tests take of it. */
  steps: number
}

export function keepsTheContract<S extends Setup, View>(
  experiment: Experiment<S, View>,
  { config: changes, steps }: Short<S>,
): void {
  const { setup } = experiment
  const config = { ...defaults(setup.config), ...changes } as ConfigOf<S>
  const variants = Object.keys(setup.variants) as VariantOf<S>[]
  const seeds = [0, 3]

  /** All metrics at every step (or only at the last), plain. */
  const metricsOf = async (
    variant: VariantOf<S>,
    of: readonly number[],
    asked: 'always' | 'last' = 'always',
  ) => {
    const measured: Record<string, number[]>[] = []
    for await (const frame of experiment.train({ config, variant, seeds: of })) {
      if (asked === 'always') giveAway(await frame.view())
      if (asked === 'always' || frame.step === steps) {
        measured.push(plain(await frame.measure()))
      }
      if (frame.step === steps) break
    }
    return measured
  }

  beforeAll(() => engine.use('wasm'))

  describe.each(variants)('%s', (variant) => {
    it('yields one frame per step, on the clock from end to end', async () => {
      const clock = setup.clock(config)
      const counted: number[] = []
      const epochs: number[] = []
      for await (const frame of experiment.train({ config, variant, seeds: [0] })) {
        counted.push(frame.step)
        epochs.push(frame.epoch)
      }
      expect(counted).toEqual(Array.from({ length: setup.steps(config) + 1 }, (_, step) => step))
      expect(epochs[0]).toBe(clock.start)
      expect(epochs.at(-1)).toBeCloseTo(clock.end, 9)
      const direction = Math.sign(clock.end - clock.start)
      expect(epochs.slice(1).every((epoch, i) => direction * (epoch - epochs[i]!) > 0)).toBe(true)
    })

    it('gives the same numbers for the same seed, however often it is asked', async () => {
      const first = await metricsOf(variant, seeds)
      expect(first).toHaveLength(steps + 1)
      expect(Object.keys(first[0]!).sort()).toEqual(Object.keys(setup.metrics).sort())
      for (const values of Object.values(first[0]!)) {
        expect(values).toHaveLength(seeds.length)
        expect(values.every(Number.isFinite)).toBe(true)
      }
      expect(await metricsOf(variant, seeds, 'last')).toEqual(first.slice(-1))
    })

    it('makes several steps at once, and goes on from a saved moment, with the same numbers', async () => {
      const whole = await metricsOf(variant, seeds, 'last')
      const at = Math.floor(steps / 2)
      const run = experiment.train({ config, variant, seeds })
      let frame = (await run.next()).value
      while (frame && frame.step < at) frame = (await run.next(at - frame.step)).value
      const from = await frame?.save?.()
      while (frame && frame.step < steps) frame = (await run.next(steps - frame.step)).value
      // Saved numbers go to the page for good, and a run is saved again and again.
      if (from) {
        giveAway(await frame!.save!())
        giveAway(await frame!.save!())
      }
      expect([plain(await frame!.measure())]).toEqual(whole)
      await run.return()
      if (!from) return
      expect(from.step).toBe(at)
      const again = experiment.train({ config, variant, seeds, from: structuredClone(from) })
      let resumed = (await again.next()).value
      expect(resumed?.step).toBe(at)
      while (resumed && resumed.step < steps) resumed = (await again.next(1)).value
      expect([plain(await resumed!.measure())]).toEqual(whole)
      await again.return()
    })

    it('trains each seed as if it were alone', async () => {
      const together = (await metricsOf(variant, seeds, 'last'))[0]!
      const alone = (await metricsOf(variant, [3], 'last'))[0]!
      for (const [name, values] of Object.entries(together)) {
        const [a, b] = [values[1]!, alone[name]![0]!]
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(b)))
      }
    })

    it('leaves no tensor behind, also when it is stopped', async () => {
      await metricsOf(variant, seeds)
      const before = engine.tensors()
      await metricsOf(variant, seeds)
      const stopped = experiment.train({ config, variant, seeds })
      await stopped.next()
      await stopped.return()
      expect(engine.tensors()).toBe(before)
    })
  })
}

const plain = (metrics: Readonly<Record<string, ArrayLike<number>>>): Record<string, number[]> =>
  Object.fromEntries(Object.entries(metrics).map(([name, values]) => [name, Array.from(values)]))

/** Transfers all memory of a view away, as the worker may: the run must not need it any more. */
function giveAway(view: unknown): void {
  const buffers = new Set<ArrayBuffer>()
  const collect = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(view)
  structuredClone(view, { transfer: [...buffers] })
}

/** The view of the frame after `step` steps, at the published settings but for `config`. */
export async function viewAt<S extends Setup, View>(
  experiment: Experiment<S, View>,
  variant: VariantOf<S>,
  step: number,
  config: Partial<ConfigOf<S>> = {},
): Promise<View> {
  await engine.use('wasm')
  const values = { ...defaults(experiment.setup.config), ...config } as ConfigOf<S>
  for await (const frame of experiment.train({ config: values, variant, seeds: [0] })) {
    if (frame.step === step) return await frame.view()
  }
  throw new Error(`${variant} ended before step ${step}`)
}
