/**
 * Exercises that a figure checks itself: `[data-check-figure="<widget>"]` with JSON in `data-check`
 * ({ metric, variant?, atLeast | atMost, config? }). At the end of a run that meets it
 * the status line says so, once, and how.
 */
import type { Run, RunState } from '../../lab/runState.ts'
import { formatClock, formatValue } from '../format.ts'
import { marksOf } from '../plot/marks.ts'
import { tell } from './news.ts'
import { medianAt, meets, type Goal } from './facts.ts'

export interface Check extends Goal {
  metric: string
  /** Any variant will do when absent. */
  variant?: string
  /** Settings that must hold: { depth: 6 }. */
  config?: Readonly<Record<string, unknown>>
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Throws a sentence when the JSON is not a check. */
export function parseCheck(json: string): Check {
  const raw: unknown = JSON.parse(json)
  const wanted = 'Expected data-check to hold { "metric", "variant"?, "atLeast" or "atMost", "config"? }'
  if (!isObject(raw)) throw new Error(`${wanted}, found ${json}.`)
  const { metric, variant, atLeast, atMost, config } = raw
  if (typeof metric !== 'string' || !['string', 'undefined'].includes(typeof variant))
    throw new Error(`${wanted}, found ${json}.`)
  if (typeof atLeast !== 'number' && typeof atMost !== 'number') throw new Error(`${wanted}, found ${json}.`)
  return {
    metric,
    ...(typeof variant === 'string' ? { variant } : {}),
    ...(typeof atLeast === 'number' ? { atLeast } : {}),
    ...(typeof atMost === 'number' ? { atMost } : {}),
    ...(isObject(config) ? { config } : {}),
  }
}

/** The values that are asked for held from the first step to the last, on the book's own data. */
function asAsked(
  { initialConfig, changes, images }: RunState,
  config: NonNullable<Check['config']>,
): boolean {
  const first = initialConfig as Readonly<Record<string, unknown>>
  return (
    images === null &&
    Object.entries(config).every(
      ([name, value]) =>
        first[name] === value && changes.every(({ values }) => (values[name] ?? value) === value),
    )
  )
}

/**
 * "Solved: 96% at epoch 12, median of 5 seeds." when a run has ended and meets the check; null before.
 * What was changed on the way is part of how it was solved, so it is said: a run may be forked and changed in
 * whatever the exercise leaves open.
 */
export function solved(run: Run, { metric, variant, config = {}, ...goal }: Check): string | null {
  const state = run.getState()
  if (state.status !== 'done') return null
  if (!asAsked(state, config)) return null
  const value = state.variants
    .filter((id) => variant === undefined || id === variant)
    .map((id) => medianAt(run, id, metric, 'reach'))
    .find((median) => meets(median, goal))
  if (value === undefined) return null
  const clock = run.setup.clock(state.config)
  const place = (epoch: number) => `${clock.name} ${formatClock(epoch, clock.end - clock.start)}`
  const when = place(state.reach.epoch)
  const changes = marksOf(state, run.setup, false).map(
    ({ spoken, epoch }) => `, ${spoken} at ${place(epoch)}`,
  )
  const seeds = state.seeds.length === 1 ? '1 seed' : `median of ${state.seeds.length} seeds`
  return `Solved: ${formatValue(value, run.setup.metrics[metric]?.format)} at ${when}, ${seeds}${changes.join('')}.`
}

/** Watches the run for the page's exercises; returns how to stop. */
export function checkExercises(run: Run, widget: string): () => void {
  const check = () => {
    // Most calls come while it trains: then the page is not searched.
    if (run.getState().status !== 'done') return
    for (const element of document.querySelectorAll<HTMLElement>(
      `[data-check-figure="${CSS.escape(widget)}"]`,
    )) {
      if (element.dataset['solved'] !== undefined) continue
      const words = solved(run, parseCheck(element.dataset['check'] ?? 'null'))
      if (!words) continue
      element.dataset['solved'] = ''
      const line = element.querySelector('[data-check-status]') ?? element.querySelector('[role=status]')
      if (line) line.textContent = words
      tell(element, { widget, type: 'solved', exercise: element.id, words })
    }
  }
  // It may be over already.
  check()
  return run.subscribe(check)
}
