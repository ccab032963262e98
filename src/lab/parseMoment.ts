/** A moment of a run from outside (a link, a script), made valid. Never throws. */
import { changedAt, type Change } from './changes.ts'
import { asList, parseConfig, quote, toNumber, type Parsed } from './parseConfig.ts'
import type { Setup } from './setup.ts'

/** A step from 0 to the last; null where it is none. */
function parseStep(raw: unknown, last: number): number | null {
  const step = toNumber(raw)
  return Number.isInteger(step) && step >= 0 && step <= last ? step : null
}

export function parseAt(raw: unknown, last: number): Parsed<number | null> {
  if (raw === undefined || raw === null) return { values: null, corrections: [] }
  const at = parseStep(raw, last)
  if (at !== null) return { values: at, corrections: [] }
  const problem = `The moment to show was step ${quote(raw)}; this run has the steps 0 to ${last}, and starts at 0.`
  return { values: null, corrections: [problem] }
}

/** "60:learningRate:0.1" as a change; of a `Change` one for each of its values. */
function singleChanges(raw: unknown): { step: unknown; name: string; value: unknown }[] | null {
  if (typeof raw === 'string') {
    const [step, name, value, ...rest] = raw.split(':')
    return name === undefined || value === undefined || rest.length > 0 ? null : [{ step, name, value }]
  }
  if (typeof raw !== 'object' || raw === null) return null
  const { step, values } = raw as { step?: unknown; values?: unknown }
  if (typeof values !== 'object' || values === null) return null
  return Object.entries(values).map(([name, value]) => ({ step, name, value: value as unknown }))
}

/** Ascending in steps; only live fields of this figure, with values that they can take. */
export function parseChanges(setup: Setup, raw: unknown, last: number): Parsed<Change[]> {
  const corrections: string[] = []
  const found: { step: number; name: string; value: number }[] = []
  for (const given of (raw === undefined ? [] : asList(raw)) ?? [raw]) {
    const singles = singleChanges(given)
    if (!singles)
      corrections.push(
        `${quote(given)} does not say what changed; it was left out. "60:learningRate:0.1" would.`,
      )
    for (const { step: rawStep, name, value } of singles ?? []) {
      const step = parseStep(rawStep, last)
      const field = Object.hasOwn(setup.config, name) ? setup.config[name] : undefined
      if (field?.kind !== 'range' || !field.live)
        corrections.push(`${quote(name)} cannot change while this figure trains; the change was left out.`)
      else if (step === null)
        corrections.push(
          `${field.label} was to change after step ${quote(rawStep)}; this run has the steps 0 to ${last}.`,
        )
      else {
        const parsed = parseConfig({ [name]: field }, { [name]: value })
        corrections.push(...parsed.corrections)
        found.push({ step, name, value: parsed.values[name] as number })
      }
    }
  }
  const values = found
    .toSorted((a, b) => a.step - b.step)
    .reduce<Change[]>((all, { step, name, value }) => changedAt(all, step, { [name]: value }), [])
  return { values, corrections }
}
