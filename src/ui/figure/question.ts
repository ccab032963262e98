/** The predict card's question, and how an answer is named. No DOM. */
import type { Run } from '../../lab/runState.ts'

export interface Option {
  id: string
  /** One or two words: what the prediction tag will say. */
  label: string
  /** A few words that explain the option: "a third of He". */
  note?: string
}

export interface Question {
  /** "Before you run it: which network gets below a loss of 0.1 first?" */
  ask: string
  /** What the reader needs to know to guess. */
  context?: string
  options: readonly Option[]
  /** The option that turned out right, once the run so far decides it; null before. Asked of runs as published only. */
  answer?: (run: Run) => string | null
}

/** A question whose options are the setup's variants. */
export const variantOptions = (
  variants: Readonly<Record<string, { label: string; note?: string }>>,
): readonly Option[] =>
  Object.entries(variants).map(([id, { label, note }]) => ({ id, label, ...(note ? { note } : {}) }))

/** The settings that the question is about, from the first step on: no other values, variants, images, or changes on the way. */
export function asPublished(run: Run): boolean {
  const { setup } = run
  const { initialConfig, variants, changes, images } = run.getState()
  const values = initialConfig as Readonly<Record<string, unknown>>
  return (
    changes.length === 0 &&
    images === null &&
    variants.length === Object.keys(setup.variants).length &&
    Object.entries(setup.config).every(([name, field]) => values[name] === field.default)
  )
}

/** Finds the answer in the first run that can give it. From then on it stands, whatever the reader tries next. */
export function createJudge(question: Question | undefined): (run: Run) => string | null {
  let answer: string | null = null
  return (run) => (answer ??= asPublished(run) ? (question?.answer?.(run) ?? null) : null)
}

/** What the state line adds: "Answer: He.", "You were right.". */
export function verdict(question: Question, guess: string, answer: string | null): string {
  if (answer === null) return ''
  if (answer === guess) return 'You were right.'
  const right = question.options.find(({ id }) => id === answer)
  return right ? `Answer: ${right.label}.` : ''
}
