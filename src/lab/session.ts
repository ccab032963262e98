/**
 * One run in the worker: the generators of all variants in lockstep, what was measured and not yet posted.
 * It knows no clock, no page and no other run; the host decides when it advances.
 */
import { createArm, type Arm } from './arm.ts'
import { changedAt, type Change } from './changes.ts'
import type { Experiment } from './experiment.ts'
import type { OpenRequest, RunCheckpoint, SavedVariant, VariantUpdate } from './protocol.ts'

export interface AdvanceOptions {
  /** At most this many updates, 1 by default; fewer if something is due before. */
  count?: number
  /** Measures the last of them whatever its number. */
  measured?: boolean
  /** Asked between two variants: once it holds, the rest of the round waits. */
  halted?: () => boolean
}

export interface Collected {
  variants: Record<string, VariantUpdate>
  checkpoint?: RunCheckpoint
}

export interface Session {
  /** Of the variant that is furthest; within a round the others are behind. */
  readonly step: number
  readonly epoch: number
  /** All variants have reached the last step, or diverged. */
  readonly done: boolean
  /**
   * A round: the same number of weight updates in every variant that goes on. It ends early where something is to be
   * measured or changed. The call after a halted round finishes it first, and with `measured` goes on with another.
   */
  advance(options?: AdvanceOptions): Promise<void>
  /**
   * Changes live fields for all updates that follow; later changes that were planned are forgotten.
   * Returns the step after which they hold: where all variants will stand next, or `notBefore`, if that is later.
   */
  change(values: Change['values'], notBefore?: number): number
  /**
   * Looks at the layers of one variant, if that is still due at the step where it stands: otherwise the next round
   * begins with it. Whether there was one.
   */
  look(): Promise<boolean>
  /** What is new since the last call; with `views` what the panels draw now, with `checkpoint` where to go on from. */
  collect(wanted: { views: boolean; checkpoint?: boolean }): Promise<Collected>
  /** Class probabilities `[rows, classes]` by variant, of those that can say and have not diverged. */
  predict(x: Float32Array, rows: number): Promise<Record<string, Float32Array>>
  /** Ends the generators, which frees their tensors. */
  end(): Promise<void>
}

export type SessionRequest = Omit<OpenRequest, 'id' | 'backend'>

/**
 * Starts every variant and measures step 0, or goes on where `request.from` stands. `tick` is called between variants,
 * so that messages are heard.
 * Rejects with a sentence for the reader when the experiment throws, here and in `advance` and `collect`.
 * @param measures false to train without measuring anything, for timing.
 */
export async function startSession(
  experiment: Experiment,
  request: SessionRequest,
  tick: () => Promise<void>,
  measures = true,
): Promise<Session> {
  const { setup } = experiment
  const { config, from } = request
  const last = setup.steps(config as never)
  const every = Math.max(1, Math.round(setup.measureEvery(config as never)))
  const first = setup.measureFirst ?? 0
  const changes: Change[] = [...(request.changes ?? [])]
  const arms = request.variants.map((name) =>
    createArm(experiment, request, name, { last, every, measures, changes }),
  )
  let [step, epoch] = [0, 0]
  /** Where the round under way ends, and the place of the variant whose turn it is. */
  let [target, next] = [0, 0]
  let underWay = false

  /** The first step after `step` at which all variants must stop. */
  function stop(): number {
    const due = step < first ? step + 1 : (Math.floor(step / every) + 1) * every
    const changed = changes.find((change) => change.step > step)?.step ?? Infinity
    // Networks are looked at after 1, 2, 4, 8, ... steps.
    const inspected = 2 ** Math.floor(Math.log2(step) + 1) || 1
    return measures ? Math.min(due, changed, inspected, last) : Math.min(changed, last)
  }

  const reached = (arm: Arm) => {
    if (arm.frame && arm.frame.step >= step) ({ step, epoch } = arm.frame)
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
    async advance({ count = 1, measured = false, halted = () => false } = {}) {
      if (measured && next > 0) await session.advance()
      if (next === 0) target = Math.min(step + Math.max(1, count), stop())
      underWay = true
      for (; next < arms.length; next++) {
        const arm = arms[next]!
        if (arm.ended) continue
        if (halted()) return
        await arm.advance(target, measured)
        reached(arm)
        await tick()
      }
      next = 0
      underWay = false
    },
    change(values, notBefore = 0) {
      // In the middle of a round some variants are on their way to its end already.
      const at = Math.max(underWay ? target : step, notBefore)
      changes.splice(0, changes.length, ...changedAt(changes, at, values))
      return at
    },
    async look() {
      for (const arm of arms) if (await arm.look()) return true
      return false
    },
    async collect({ views, checkpoint = false }) {
      const variants: Record<string, VariantUpdate> = {}
      for (const arm of arms) variants[arm.name] = await arm.collect(views)
      // In the middle of a round the variants stand at different steps.
      if (!checkpoint || next > 0 || arms.some((arm) => arm.frame && !arm.frame.save)) return { variants }
      const saved: Record<string, SavedVariant> = {}
      for (const arm of arms) saved[arm.name] = await arm.save()
      return { variants, checkpoint: { step, epoch, variants: saved } }
    },
    async predict(x, rows) {
      const answers: Record<string, Float32Array> = {}
      for (const { name, frame } of arms)
        if (frame?.predict) {
          const answer = await frame.predict(x, rows)
          if (answer.every(Number.isFinite)) answers[name] = answer
        }
      return answers
    },
    async end() {
      await Promise.all(arms.map((arm) => arm.end()))
    },
  }

  try {
    for (const arm of arms) {
      if (arm.ended) continue
      await arm.start(from === undefined)
      reached(arm)
      await tick()
    }
  } catch (error) {
    await session.end()
    throw error
  }
  return session
}
