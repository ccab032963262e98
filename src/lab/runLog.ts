/** What has come of one run so far, and the moment of it that is shown. */
import { createHistory, type HistoryStore } from './history.ts'
import type { Update } from './protocol.ts'
import type { Setup } from './setup.ts'
import { createViewRing, type ViewRing } from './viewRing.ts'

export interface Moment {
  step: number
  epoch: number
}

export interface RunLog<View> {
  readonly history: HistoryStore
  readonly reach: Moment
  readonly now: Moment
  readonly diverged: Readonly<Record<string, readonly (number | null)[]>>
  append(update: Update): void
  /** The newest view at or before `now`. */
  view(variant: string): View | undefined
  /** Shows the measured moment nearest to `epoch`; null shows `reach` again. */
  seek(epoch: number | null): void
  /** A new log that holds step 0 of this one, if it is known. */
  restarted(): RunLog<View>
}

export interface Shape {
  variants: readonly string[]
  seeds: readonly number[]
  /** Where the clock starts. */
  start: number
}

export function createRunLog<View>(setup: Setup, shape: Shape): RunLog<View> {
  const { variants, seeds } = shape
  const history = createHistory({ variants, seeds, metrics: Object.keys(setup.metrics) })
  const views = new Map<string, ViewRing<View>>(variants.map((variant) => [variant, createViewRing<View>()]))
  let first: Update | null = null
  let reach: Moment = { step: 0, epoch: shape.start }
  let cursor: Moment | null = null
  let diverged: Record<string, readonly (number | null)[]> = Object.fromEntries(
    variants.map((variant) => [variant, seeds.map(() => null)]),
  )

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
    get reach() {
      return reach
    },
    get now() {
      return cursor ?? reach
    },
    get diverged() {
      return diverged
    },
    append(update) {
      first ??= update
      reach = { step: update.step, epoch: update.epoch }
      const at: typeof diverged = {}
      for (const [variant, news] of Object.entries(update.variants)) {
        history.append(variant, news)
        if (news.view) views.get(variant)?.push(news.view.step, news.view.view as View)
        at[variant] = news.diverged
      }
      // The same object until a seed is lost, so that who compares by identity is left in peace.
      const lost = (all: typeof diverged) => JSON.stringify(all)
      if (lost({ ...diverged, ...at }) !== lost(diverged)) diverged = { ...diverged, ...at }
    },
    view: (variant) => views.get(variant)?.at((cursor ?? reach).step),
    seek(epoch) {
      cursor = epoch === null ? null : nearest(epoch)
    },
    restarted() {
      const log = createRunLog<View>(setup, shape)
      if (first?.step === 0) log.append(first)
      return log
    },
  }
}
