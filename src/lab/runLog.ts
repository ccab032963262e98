/** What has come of one run so far, and the moment of it that is shown. */
import { createHistory, type HistoryStore } from './history.ts'
import type { Inspection } from './inspection.ts'
import type { RunCheckpoint, Update } from './protocol.ts'
import { createRing, type Ring } from './ring.ts'
import type { History, Moment } from './runState.ts'
import type { Setup } from './setup.ts'

export interface RunLog<View> {
  readonly history: HistoryStore
  /** What became of the run before it was forked. */
  readonly ghost: History | null
  readonly reach: Moment
  readonly now: Moment
  readonly diverged: Readonly<Record<string, readonly (number | null)[]>>
  /** What the layers of a variant did, in the order of the steps. */
  inspections(variant: string): readonly { step: number; inspection: Inspection }[]
  append(update: Update): void
  /** The newest view at or before `now`, or before `step`. */
  view(variant: string, step?: number): View | undefined
  /** The newest checkpoint at or before `step`; none means step 0. */
  checkpoint(step: number): RunCheckpoint | undefined
  /** Shows the measured moment nearest to `epoch`; null shows `reach` again. */
  seek(epoch: number | null): void
  /** A new log that holds step 0 of this one, if it is known. */
  restarted(): RunLog<View>
  /** A new log that ends where this one is shown, with this one as its ghost. */
  forked(): RunLog<View>
}

export interface Shape {
  variants: readonly string[]
  seeds: readonly number[]
  /** Where the clock starts. */
  start: number
}

/** Of views and of checkpoints: bytes that all of a run may hold, and the greatest number of each. */
const [viewBytes, mostViews] = [20e6, 120]
const [checkpointBytes, mostCheckpoints] = [24e6, 60]

/** Of all typed arrays in plain data. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0)
}

export function createRunLog<View>(setup: Setup, shape: Shape): RunLog<View> {
  const { variants, seeds } = shape
  const viewLimit = (view: View) => Math.min(mostViews, viewBytes / variants.length / (bytesOf(view) + 1))
  return logOf<View>(setup, shape, {
    history: createHistory({ variants, seeds, metrics: Object.keys(setup.metrics) }),
    views: new Map(variants.map((variant) => [variant, createRing<View>(viewLimit)])),
    checkpoints: createRing((saved) => Math.min(mostCheckpoints, checkpointBytes / (bytesOf(saved) + 1))),
    inspections: new Map(variants.map((variant) => [variant, []])),
    reach: { step: 0, epoch: shape.start },
    diverged: Object.fromEntries(variants.map((variant) => [variant, seeds.map(() => null)])),
    first: null,
    ghost: null,
  })
}

interface Contents<View> {
  history: HistoryStore
  views: ReadonlyMap<string, Ring<View>>
  checkpoints: Ring<RunCheckpoint>
  inspections: ReadonlyMap<string, { step: number; inspection: Inspection }[]>
  reach: Moment
  diverged: Readonly<Record<string, readonly (number | null)[]>>
  first: Update | null
  ghost: History | null
}

function logOf<View>(setup: Setup, shape: Shape, contents: Contents<View>): RunLog<View> {
  const { variants } = shape
  const { history, views, checkpoints, inspections, ghost } = contents
  let { reach, diverged, first } = contents
  let cursor: Moment | null = null

  /** Among the variant that came furthest; the clock may run backwards. */
  function nearest(epoch: number): Moment {
    const [longest] = variants.toSorted((a, b) => history.length(b) - history.length(a))
    const [steps, epochs] = [history.steps(longest ?? ''), history.epochs(longest ?? '')]
    let best = reach
    for (let i = steps.length - 1; i >= 0; i--) {
      const near = Math.abs(epochs[i]! - epoch) < Math.abs(best.epoch - epoch)
      if (near) best = { step: steps[i]!, epoch: epochs[i]! }
    }
    return best
  }

  return {
    history,
    ghost,
    get reach() {
      return reach
    },
    get now() {
      return cursor ?? reach
    },
    get diverged() {
      return diverged
    },
    inspections: (variant) => inspections.get(variant) ?? [],
    append(update) {
      first ??= update
      // A replay comes from behind.
      if (update.step >= reach.step) reach = { step: update.step, epoch: update.epoch }
      if (update.checkpoint) checkpoints.push(update.checkpoint.step, update.checkpoint)
      const at: Record<string, readonly (number | null)[]> = {}
      for (const [variant, news] of Object.entries(update.variants)) {
        history.append(variant, news)
        if (news.view) views.get(variant)?.push(news.view.step, news.view.view as View)
        const known = inspections.get(variant)
        for (const each of news.inspections) if (each.step > (known?.at(-1)?.step ?? -1)) known?.push(each)
        at[variant] = news.diverged
      }
      // The same object until a seed is lost, so that who compares by identity is left in peace.
      const lost = (all: typeof diverged) => JSON.stringify(all)
      if (lost({ ...diverged, ...at }) !== lost(diverged)) diverged = { ...diverged, ...at }
    },
    view: (variant, step = (cursor ?? reach).step) => views.get(variant)?.at(step),
    checkpoint: (step) => checkpoints.at(step),
    seek(epoch) {
      cursor = epoch === null ? null : nearest(epoch)
    },
    restarted() {
      const log = createRunLog<View>(setup, shape)
      if (first?.step === 0) log.append(first)
      return log
    },
    forked() {
      const now = cursor ?? reach
      return logOf(setup, shape, {
        history: history.until(now.step),
        views: new Map(Array.from(views, ([variant, ring]) => [variant, ring.until(now.step)])),
        checkpoints: checkpoints.until(now.step),
        inspections: new Map(
          Array.from(inspections, ([variant, list]) => [
            variant,
            list.filter(({ step }) => step <= now.step),
          ]),
        ),
        reach: now,
        diverged: Object.fromEntries(
          Object.entries(diverged).map(([variant, steps]) => [
            variant,
            steps.map((step) => (step !== null && step > now.step ? null : step)),
          ]),
        ),
        first,
        ghost: history,
      })
    },
  }
}
