/** Which strips stand above a figure's title, in words. No DOM. */
import type { Run } from '../../lab/runState.ts'
import { capital, formatClock, list } from '../format.ts'
import { epochOfStep } from './facts.ts'

export type StripAct = { kind: 'restart' } | { kind: 'see'; epoch: number } | { kind: 'half'; rate: number }

export interface StripWords {
  id: string
  tone: 'note' | 'bad'
  /** The sentence that must be read. */
  lead: string
  rest: string
  acts: readonly { label: string; act: StripAct }[]
}

const corrections = (run: Run): StripWords[] => {
  const { corrections: sentences } = run.getState()
  if (sentences.length === 0) return []
  const lead =
    'The link asked for something this figure cannot do, so it opened with the nearest that it can.'
  return [{ id: 'corrections', tone: 'note', lead, rest: sentences.join(' '), acts: [] }]
}

const failed = (run: Run): StripWords[] => {
  const { status, error } = run.getState()
  if (status !== 'failed') return []
  const acts = [{ label: 'Start again', act: { kind: 'restart' } as const }]
  return [
    { id: 'failed', tone: 'bad', lead: 'Training stopped.', rest: error ?? 'It did not say why.', acts },
  ]
}

function diverged(run: Run): StripWords[] {
  const { diverged: stops, variants, seeds, config } = run.getState()
  const clock = run.setup.clock(config)
  const place = (epoch: number) => `${clock.name} ${formatClock(epoch, clock.end - clock.start)}`
  const out: StripWords[] = []
  const whole: { label: string; epoch: number; before: number }[] = []
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
      whole.push({ label, epoch: epochOfStep(run, variant, step), before })
    }
  }
  const [first] = whole
  if (!first) return out
  const rate = (config as Readonly<Record<string, unknown>>)['learningRate']
  const acts: { label: string; act: StripAct }[] = []
  if (typeof rate === 'number')
    acts.push({ label: 'Try half the rate', act: { kind: 'half', rate: rate / 2 } })
  acts.push({ label: 'See the moment before', act: { kind: 'see', epoch: first.before } })
  const others = variants.length - whole.length
  out.unshift({
    id: 'diverged',
    tone: 'bad',
    lead: `${list(whole.map(({ label, epoch }) => `${label} stopped at ${place(epoch)}`))}: the numbers became NaN, “not a number”.`,
    rest: `Each update overshot by more than the last, until 32 bits could not hold the result.${others > 0 ? ` The other ${others === 1 ? 'variant goes' : 'variants go'} on.` : ''}`,
    acts,
  })
  return out
}

export const strips = (run: Run): StripWords[] => [...failed(run), ...diverged(run), ...corrections(run)]
