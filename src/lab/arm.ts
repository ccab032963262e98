/** One variant of a run under way: its generator, and what was measured and not yet handed out. */
import { settingsAt, type Change } from './changes.ts'
import type { Experiment, Frame, Frames } from './experiment.ts'
import type { Inspection } from './inspection.ts'
import type { SessionRequest } from './session.ts'
import type { SavedVariant, VariantUpdate } from './protocol.ts'

export interface Arm {
  readonly name: string
  /** Where it stands; null before it started and after it ended for good. */
  readonly frame: Frame | null
  readonly ended: boolean
  /** The first frame; `measured` for step 0, which is always measured. */
  start(measured: boolean): Promise<void>
  /** Trains until step `target`, and measures there if that is due or wanted. */
  advance(target: number, measured: boolean): Promise<void>
  /** Looks at the layers now, if that is due and was left for the next step. Whether it was. */
  look(): Promise<boolean>
  collect(view: boolean): Promise<VariantUpdate>
  save(): Promise<SavedVariant>
  end(): Promise<void>
}

interface Plan {
  /** The last step. */
  last: number
  /** Measure at its multiples. */
  every: number
  /** False to train without measuring. */
  measures: boolean
  /** Changes of live fields; grows while training. */
  changes: readonly Change[]
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error))

export function createArm(experiment: Experiment, request: SessionRequest, name: string, plan: Plan): Arm {
  const { setup } = experiment
  const { seeds, from } = request
  const metrics = Object.keys(setup.metrics)
  const saved = from?.variants[name]
  const due = (step: number) => step % plan.every === 0 || step <= (setup.measureFirst ?? 0)
  /** After 0, 1, 2, 4, 8, ... steps and at the end. */
  const inspected = (step: number) => step === 0 || Number.isInteger(Math.log2(step)) || ended
  /** The generator reads its live fields here. */
  const config = { ...request.config }
  let generator: Frames | null = null
  let frame: Frame | null = null
  /** Step of the last picture that was handed out. */
  let shown: number | null = null
  // It had diverged when the checkpoint was taken.
  let ended = saved !== undefined && saved.checkpoint === null
  let diverged = saved ? [...saved.diverged] : seeds.map((): number | null => null)
  let steps: number[] = []
  let epochs: number[] = []
  let values: number[] = []
  /** Whether the layers are still to be looked at as they are now. */
  let unseen = false
  let inspections: { step: number; inspection: Inspection }[] = []

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const label = setup.variants[name]?.label ?? name
      const at = frame === null ? 'could not start' : `stopped after step ${frame.step}`
      throw new Error(`${label} ${at}: ${message(error).replace(/\.?$/, '.')}`, { cause: error })
    }
  }

  /** A seed is as good as gone once one metric is not finite: from then on all of its numbers are NaN. */
  async function measure(moment: Frame): Promise<void> {
    const measured = await moment.measure()
    for (const metric of metrics)
      if (measured[metric]?.length !== seeds.length)
        throw new Error(
          `expected ${seeds.length} numbers for "${metric}", one per seed, and found ${measured[metric]?.length ?? 'none'}`,
        )
    diverged = diverged.map(
      (at, seed) =>
        at ?? (metrics.every((metric) => Number.isFinite(measured[metric]![seed])) ? null : moment.step),
    )
    steps.push(moment.step)
    epochs.push(moment.epoch)
    for (const metric of metrics)
      for (const [seed, at] of diverged.entries())
        values.push(at === null ? measured[metric]![seed]! : Number.NaN)
  }

  /** One call of the generator, and what is due after it. */
  async function next(count: number | undefined, measured: boolean): Promise<void> {
    await look()
    const result = await (generator as Frames).next(count)
    if (result.done) {
      ended = true
      return
    }
    frame = result.value
    const { step } = frame
    if (plan.measures) {
      if (measured || step >= plan.last || due(step)) await measure(frame)
    }
    ended = step >= plan.last || diverged.every((at) => at !== null)
    unseen = plan.measures && inspected(step)
    if (ended) await look()
  }

  /** A look at the layers takes as long as several steps: it waits until the step itself was shown. */
  async function look(): Promise<boolean> {
    if (!unseen || !frame?.inspect) return false
    unseen = false
    inspections.push({ step: frame.step, inspection: await frame.inspect() })
    return true
  }

  return {
    name,
    get frame() {
      return frame
    },
    get ended() {
      return ended
    },
    start: (measured) =>
      attempt(async () => {
        Object.assign(config, settingsAt(request.config, plan.changes, from?.step ?? 0))
        const context = {
          config,
          variant: name,
          seeds,
          from: saved?.checkpoint ?? undefined,
          images: request.images,
        }
        generator = experiment.train(context as never)
        await next(undefined, measured)
      }),
    advance: (target, measured) =>
      attempt(async () => {
        while (!ended && frame !== null && frame.step < target) {
          Object.assign(config, settingsAt(request.config, plan.changes, frame.step))
          await next(target - frame.step, measured)
        }
      }),
    look: () => attempt(look),
    async collect(view) {
      const moment = view && frame?.step !== shown ? frame : null
      const picture = moment ? { step: moment.step, view: await attempt(() => moment.view()) } : undefined
      if (picture) shown = picture.step
      const update: VariantUpdate = {
        steps: Float64Array.from(steps),
        epochs: Float64Array.from(epochs),
        values: Float64Array.from(values),
        diverged: [...diverged],
        inspections,
        ...(picture && { view: picture }),
      }
      ;[steps, epochs, values, inspections] = [[], [], [], []]
      return update
    },
    async save() {
      const lost = diverged.every((at) => at !== null)
      const checkpoint = lost || !frame?.save ? null : await attempt(() => frame!.save!())
      return { checkpoint, diverged: [...diverged] }
    },
    async end() {
      ended = true
      frame = null
      await generator?.return()
    },
  }
}
