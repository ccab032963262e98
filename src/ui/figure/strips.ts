/** Which strips stand above a figure's title, in words. No DOM. */
import type { Diagnosis } from '../../lab/diagnosis/diagnosis.ts'
import type { Run } from '../../lab/runState.ts'
import { capital, formatClock, list } from '../format.ts'
import { epochOfStep } from './facts.ts'

export type StripAct =
  | { kind: 'restart' }
  /** Replaces a worker that does not answer. */
  | { kind: 'revive' }
  | { kind: 'see'; epoch: number }
  /** Shows the recording while the run goes on, or the run again. */
  | { kind: 'meanwhile'; shown: boolean }
  /** Starts again with other settings. */
  | { kind: 'remedy'; change: Parameters<Run['configure']>[0] }

export interface StripWords {
  id: string
  tone: 'note' | 'bad'
  /** The sentence that must be read. */
  lead: string
  rest: string
  acts: readonly { label: string; act: StripAct }[]
  /** It holds no more than news. */
  dismissible?: boolean
}

/** What was read once stays dismissed; other words under the same name are news. */
export const stripKey = ({ id, lead, rest }: StripWords): string => [id, lead, rest].join(' ')

/** Why a variant does not learn, if that can be said. */
export type Explain = (run: Run, variant: string) => Diagnosis | null

const corrections = (run: Run): StripWords[] => {
  const { corrections: sentences } = run.getState()
  if (sentences.length === 0) return []
  const lead = 'Some values were not possible here, so the nearest that are were taken.'
  return [{ id: 'corrections', tone: 'note', lead, rest: sentences.join(' '), acts: [], dismissible: true }]
}

const failed = (run: Run): StripWords[] => {
  const { status, error } = run.getState()
  if (status !== 'failed') return []
  const acts = [{ label: 'Start again', act: { kind: 'restart' } as const }]
  return [
    { id: 'failed', tone: 'bad', lead: 'Training stopped.', rest: error ?? 'It did not say why.', acts },
  ]
}

const unanswered = (run: Run): StripWords[] => {
  if (!run.getState().unanswered) return []
  return [
    {
      id: 'unanswered',
      tone: 'note',
      lead: 'No answer for half a minute.',
      rest: 'The part of this page that trains is busy with one long step, or stuck.',
      acts: [{ label: 'Go on in a fresh one', act: { kind: 'revive' } }],
    },
  ]
}

/** "The graphics context was lost. The run went on from epoch 12 with wasm; nothing was lost." */
const notice = (run: Run): StripWords[] => {
  const { notice: words } = run.getState()
  if (words === null) return []
  const [lead = '', ...rest] = words.split(/(?<=\.) /)
  return [{ id: 'notice', tone: 'note', lead, rest: rest.join(' '), acts: [], dismissible: true }]
}

function diverged(run: Run, explain: Explain): StripWords[] {
  const { diverged: stops, variants, seeds, config } = run.getState()
  const clock = run.setup.clock(config)
  const place = (epoch: number) => `${clock.name} ${formatClock(epoch, clock.end - clock.start)}`
  const out: StripWords[] = []
  const whole: { variant: string; label: string; epoch: number; before: number }[] = []
  for (const variant of variants) {
    const steps = (stops[variant] ?? []).filter((step) => step !== null)
    if (steps.length === 0) continue
    const label = run.setup.variants[variant]?.label ?? variant
    if (steps.length < seeds.length) {
      const epoch = epochOfStep(run, variant, Math.min(...steps))
      out.push({
        id: `diverged-${variant}`,
        tone: 'note',
        lead: `${capital(label)}: ${steps.length} of ${seeds.length} seeds diverged, the first at ${place(epoch)}.`,
        rest: 'The line is the median of the others.',
        acts: [],
      })
    } else {
      const step = Math.max(...steps)
      const before = epochOfStep(run, variant, step - 1)
      whole.push({ variant, label, epoch: epochOfStep(run, variant, step), before })
    }
  }
  const [first] = whole
  if (!first) return out
  const causes = whole.flatMap(({ variant, label }) => {
    const diagnosis = explain(run, variant)
    return diagnosis ? [{ label, ...diagnosis }] : []
  })
  const acts: { label: string; act: StripAct }[] = remedies(causes.slice(0, 1))
  const rate = (config as Readonly<Record<string, unknown>>)['learningRate']
  const field = run.setup.config['learningRate']
  if (acts.length === 0 && typeof rate === 'number' && field?.kind === 'range' && rate / 2 >= field.min)
    acts.push({
      label: 'Try half the rate',
      act: { kind: 'remedy', change: { config: { learningRate: rate / 2 } } },
    })
  acts.push({ label: 'See the moment before', act: { kind: 'see', epoch: first.before } })
  const others = variants.length - whole.length
  out.unshift({
    id: 'diverged',
    tone: 'bad',
    lead: `${list(whole.map(({ label, epoch }) => `${label} stopped at ${place(epoch)}`))}: the numbers became NaN, “not a number”.`,
    rest: `${
      causes
        .map(({ label, sentence }) => (whole.length > 1 ? `${label}: ${sentence}` : sentence))
        .join(' ') || 'Each update overshot by more than the last, until 32 bits could not hold the result.'
    }${others > 0 ? ` The other ${others === 1 ? 'variant goes' : 'variants go'} on.` : ''}`,
    acts,
  })
  return out
}

const remedies = (causes: readonly Pick<Diagnosis, 'remedy'>[]) =>
  causes.flatMap(({ remedy }) =>
    remedy
      ? [{ label: remedy.label, act: { kind: 'remedy' as const, change: { config: remedy.change } } }]
      : [],
  )

/** Variants that go on, or are over, and do not learn: why, in a sentence of their own. */
function stuck(run: Run, explain: Explain): StripWords[] {
  const { diverged: stops, variants } = run.getState()
  return variants.flatMap((variant) => {
    if (stops[variant]?.every((step) => step !== null)) return []
    const diagnosis = explain(run, variant)
    if (!diagnosis) return []
    const label = run.setup.variants[variant]?.label ?? variant
    return [
      {
        id: `diagnosis-${variant}`,
        tone: 'note' as const,
        lead: `${capital(label)} does not learn.`,
        rest: diagnosis.sentence,
        acts: remedies([diagnosis]),
        dismissible: true,
      },
    ]
  })
}

/**
 * The gravest first: where there is room for one, it is that.
 * @param wait what is said of a run that takes long here.
 */
export const strips = (
  run: Run,
  explain: Explain = () => null,
  wait: StripWords | null = null,
): StripWords[] =>
  [failed, unanswered, diverged, () => wait ?? [], notice, stuck, corrections].flatMap((of) =>
    of(run, explain),
  )
