/** Marks on the clock: where live fields were changed and where the run was forked, in words, and where these fit. No DOM. */
import type { RunState } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'
import { formatSetting } from '../format.ts'
import { textWidth } from './labels.ts'

export interface Mark {
  step: number
  epoch: number
  /** The run was forked here. */
  fork: boolean
  /** To stand beside it, the longest first: "fork, rate 0.01 → 0.1", "rate 0.01 → 0.1", "→ 0.1". */
  words: readonly string[]
  /** For assistive technology, without the place: "learning rate from 0.01 to 0.1". */
  spoken: string
}

/** Where on the clock a step lies, from how far training has come. */
function epochOf({ reach }: Pick<RunState, 'reach'>, start: number, step: number): number {
  return reach.step === 0 ? start : start + ((reach.epoch - start) * step) / reach.step
}

const small = (label: string) => label.charAt(0).toLowerCase() + label.slice(1)

/** Ascending in steps. `forked` is false where nobody compares with what was before the fork. */
export function marksOf(state: RunState, setup: Setup, forked: boolean): Mark[] {
  const { changes, initialConfig, config, forkedAt } = state
  const { start } = setup.clock(config)
  const forkStep = forked && forkedAt ? forkedAt.step : null
  const steps = new Set([...changes.map(({ step }) => step), ...(forkStep === null ? [] : [forkStep])])
  const values: Record<string, unknown> = { ...(initialConfig as object) }
  return [...steps]
    .sort((a, b) => a - b)
    .map((step) => {
      const fork = step === forkStep
      const changed = changes.find((change) => change.step === step)?.values ?? {}
      const parts = Object.entries(changed).map(([name, value]) => {
        const label = small(setup.config[name]?.label ?? name)
        const [from, to] = [formatSetting(Number(values[name])), formatSetting(value)]
        values[name] = value
        return { label, from, to }
      })
      // "Learning rate" is long for a mark; its field in the settings has the whole name.
      const long = parts.map(
        ({ label, from, to }) => `${label.replace('learning rate', 'rate')} ${from} → ${to}`,
      )
      const short = parts.map(({ to }) => `→ ${to}`)
      const spoken = parts.map(({ label, from, to }) => `${label} from ${from} to ${to}`)
      return {
        step,
        epoch: epochOf(state, start, step),
        fork,
        words: [...(fork ? [['fork', ...long]] : []), ...(parts.length > 0 ? [long, short] : [])].map(
          (words) => words.join(', '),
        ),
        spoken: [...(fork ? ['forked'] : []), ...spoken].join(', '),
      }
    })
}

/** Where a mark's words begin, px, and which they are; null where there is no room for any. */
export type Placed = { left: number; text: string } | null

type Span = readonly [number, number]

/** px between a mark and its words. */
const gap = 5
/** Of the width of a label: they are smaller and not semibold. */
const narrower = 0.88
const overlap = ([a, b]: Span, [c, d]: Span) => a < d + 4 && c < b + 4

/**
 * Words before the mark, so that the newest stands on what has been, or behind it; newer marks choose first.
 * @param taken px that something else needs: the flag of the epoch line
 * @param width px of the whole picture
 */
export function placeMarks(
  marks: readonly Pick<Mark, 'words'>[],
  xs: readonly number[],
  taken: Span,
  width: number,
): Placed[] {
  const used: Span[] = [taken]
  const placed: Placed[] = marks.map(() => null)
  for (let i = marks.length - 1; i >= 0; i--) {
    const x = xs[i] ?? 0
    const spans = (marks[i]?.words ?? []).flatMap((text): { text: string; span: Span }[] => {
      const wide = textWidth(text) * narrower
      return [
        { text, span: [x - gap - wide, x - gap] },
        { text, span: [x + gap, x + gap + wide] },
      ]
    })
    const free = spans.find(
      ({ span }) => span[0] >= 0 && span[1] <= width && used.every((other) => !overlap(span, other)),
    )
    if (!free) continue
    used.push(free.span)
    placed[i] = { left: free.span[0], text: free.text }
  }
  return placed
}
