/**
 * One run in the worker: the generators of all variants in lockstep, what was measured and not yet posted.
 * It knows no clock, no page and no other run; the host decides when it advances.
 */
import type { Experiment, Frame } from './experiment.ts'
import type { OpenRequest, VariantUpdate } from './protocol.ts'

export interface Session {
  /** Of the variant that is furthest; within a round the others are one step behind. */
  readonly step: number
  readonly epoch: number
  /** All variants have reached the last step, or diverged. */
  readonly done: boolean
  /**
   * A round: one weight update in every variant that goes on. `measured` measures it whatever its number.
   * Once `halted` it stops between two variants. The next call finishes that round first, and with `measured`
   * goes on with another.
   */
  advance(measured: boolean, halted?: () => boolean): Promise<void>
  /** What is new since the last call, and with `views` what the panels draw now. */
  collect(views: boolean): Promise<Record<string, VariantUpdate>>
  /** Ends the generators, which frees their tensors. */
  end(): Promise<void>
}

/** One variant under way. */
interface Arm {
  name: string
  generator: AsyncGenerator<Frame, void, void>
  frame: Frame | null
  /** Step of the last picture that was handed out. */
  shown: number | null
  ended: boolean
  diverged: (number | null)[]
  steps: number[]
  epochs: number[]
  values: number[]
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * Starts every variant and measures step 0. `tick` is called between variants, so that messages are heard.
 * Rejects with a sentence for the reader when the experiment throws, here and in `advance` and `collect`.
 * @param measures false to train without measuring anything, for timing.
 */
export async function startSession(
  experiment: Experiment,
  request: Omit<OpenRequest, 'id' | 'backend'>,
  tick: () => Promise<void>,
  measures = true,
): Promise<Session> {
  const { setup } = experiment
  const { config, seeds } = request
  const metrics = Object.keys(setup.metrics)
  const steps = setup.steps(config as never)
  const measureEvery = Math.max(1, Math.round(setup.measureEvery(config as never)))
  const due = (step: number) => step % measureEvery === 0 || step <= (setup.measureFirst ?? 0)
  const arms = request.variants.map((name): Arm => ({
    name,
    generator: experiment.train({ config, variant: name, seeds } as never),
    frame: null,
    shown: null,
    ended: false,
    diverged: seeds.map(() => null),
    steps: [],
    epochs: [],
    values: [],
  }))
  let [step, epoch] = [0, 0]
  /** Place of the variant whose turn it is. */
  let next = 0

  const label = (arm: Arm) => setup.variants[arm.name]?.label ?? arm.name

  async function attempt<T>(arm: Arm, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const at = arm.frame === null ? 'could not start' : `stopped after step ${arm.frame.step}`
      throw new Error(`${label(arm)} ${at}: ${message(error).replace(/\.?$/, '.')}`, { cause: error })
    }
  }

  /** A seed is as good as gone once one metric is not finite: from then on all of its numbers are NaN. */
  async function measure(arm: Arm, frame: Frame): Promise<void> {
    const measured = await frame.measure()
    for (const metric of metrics)
      if (measured[metric]?.length !== seeds.length)
        throw new Error(
          `expected ${seeds.length} numbers for "${metric}", one per seed, and found ${measured[metric]?.length ?? 'none'}`,
        )
    arm.diverged = arm.diverged.map(
      (at, seed) =>
        at ?? (metrics.every((name) => Number.isFinite(measured[name]![seed])) ? null : frame.step),
    )
    arm.steps.push(frame.step)
    arm.epochs.push(frame.epoch)
    for (const name of metrics)
      for (const [seed, at] of arm.diverged.entries())
        arm.values.push(at === null ? measured[name]![seed]! : Number.NaN)
  }

  async function advanceArm(arm: Arm, measured: boolean): Promise<void> {
    const result = await arm.generator.next()
    if (result.done) {
      arm.ended = true
      return
    }
    const frame = result.value
    arm.frame = frame
    if (frame.step >= step) [step, epoch] = [frame.step, frame.epoch]
    const last = frame.step >= steps
    if (measures && (measured || last || due(frame.step))) await measure(arm, frame)
    arm.ended = last || arm.diverged.every((at) => at !== null)
  }

  const session: Session = {
    get step() {
      return step
    },
    get epoch() {
      return epoch
    },
    get done() {
      return arms.every((arm) => arm.ended)
    },
    async advance(measured, halted = () => false) {
      if (measured && next > 0) await session.advance(false)
      for (; next < arms.length; next++) {
        const arm = arms[next]!
        if (arm.ended) continue
        if (halted()) return
        await attempt(arm, () => advanceArm(arm, measured))
        await tick()
      }
      next = 0
    },
    async collect(views) {
      const updates: Record<string, VariantUpdate> = {}
      for (const arm of arms) {
        const frame = views && arm.frame?.step !== arm.shown ? arm.frame : null
        const view = frame ? { step: frame.step, view: await attempt(arm, () => frame.view()) } : undefined
        if (view) arm.shown = view.step
        updates[arm.name] = {
          steps: Float64Array.from(arm.steps),
          epochs: Float64Array.from(arm.epochs),
          values: Float64Array.from(arm.values),
          diverged: [...arm.diverged],
          ...(view && { view }),
        }
        ;[arm.steps, arm.epochs, arm.values] = [[], [], []]
      }
      return updates
    },
    async end() {
      for (const arm of arms) [arm.ended, arm.frame] = [true, null]
      await Promise.all(arms.map((arm) => arm.generator.return()))
    },
  }

  try {
    await session.advance(true)
  } catch (error) {
    await session.end()
    throw error
  }
  return session
}
