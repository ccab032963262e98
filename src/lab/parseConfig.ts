/** Turns values from outside (a link, a script) into valid ones, and says what it changed. Never throws. */
import type { ChoiceField, Config, Field, RangeField, ValuesOf } from './config.ts'

export interface Parsed<T> {
  values: T
  /** One sentence for the reader for each value that could not be taken as it was. */
  corrections: string[]
}

/** A value in the words of its field, nothing where it was fine. */
interface Reading {
  value: number | string | boolean
  problem?: string
}

/** What stood in the link, short enough for a sentence. */
export function quote(raw: unknown): string {
  if (raw === null || typeof raw === 'number' || typeof raw === 'boolean') return String(raw)
  if (typeof raw !== 'string') return Array.isArray(raw) ? 'a list' : `a value of type ${typeof raw}`
  const text = raw.length > 32 ? `${raw.slice(0, 32)}…` : raw
  return numeral.test(text) ? text : `"${text}"`
}

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Numbers, and strings that are written as one; NaN for everything else. */
export function toNumber(raw: unknown): number {
  if (typeof raw === 'number') return raw
  if (typeof raw !== 'string') return Number.NaN
  const text = raw.trim()
  if (/^[+-]?infinity$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return numeral.test(text) ? Number(text) : Number.NaN
}

/** A list, a text with commas, or a single number; nothing else. */
export const asList = (raw: unknown): unknown[] | undefined => {
  if (Array.isArray(raw)) return raw as unknown[]
  if (typeof raw === 'number') return [raw]
  return typeof raw === 'string' ? raw.split(',') : undefined
}

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** 0.1 + 0.2 is 0.3: fifteen digits hold every value a slider can take. */
const tidy = (value: number) => Number(value.toPrecision(12)) || 0

/** The nearest value that a linear field with a step can take. */
function onGrid({ min, max, step }: RangeField, value: number): number {
  if (step === undefined) return value
  const last = Math.floor((max - min) / step + 1e-9)
  return tidy(min + step * Math.min(last, Math.max(0, Math.round((value - min) / step))))
}

function readRange(field: RangeField, raw: unknown): Reading {
  const number = toNumber(raw)
  if (Number.isNaN(number))
    return {
      value: field.default,
      problem: `${quote(raw)}, which is not a number; this figure uses ${field.default}.`,
    }
  if (number < field.min)
    return { value: field.min, problem: `${quote(raw)}; the smallest this figure takes is ${field.min}.` }
  const largest = onGrid(field, field.max)
  if (number > largest)
    return { value: largest, problem: `${quote(raw)}; the largest this figure takes is ${largest}.` }
  const value = onGrid(field, number) || 0
  // A difference in the last digits is how floating point writes the same slider position.
  if (Math.abs(value - number) <= 1e-9 * Math.max(1, Math.abs(value))) return { value }
  return { value, problem: `${quote(raw)}; the nearest value this figure takes is ${value}.` }
}

function readChoice(field: ChoiceField, raw: unknown): Reading {
  const { options, names } = field
  if (options.includes(raw as string)) return { value: raw as string }
  const wanted = typeof raw === 'string' ? raw.trim().toLowerCase() : undefined
  const alike = options.find((option) => [option, names?.[option]].some((n) => n?.toLowerCase() === wanted))
  if (alike !== undefined) return { value: alike }
  return {
    value: field.default,
    problem: `${quote(raw)}; this figure takes ${listed(options)}, and uses ${field.default}.`,
  }
}

const switches = new Map<unknown, boolean>([
  ...[true, 1, '1', 'true', 'on', 'yes'].map((raw) => [raw, true] as const),
  ...[false, 0, '0', 'false', 'off', 'no'].map((raw) => [raw, false] as const),
])

function read(field: Field, raw: unknown): Reading {
  if (field.kind === 'range') return readRange(field, raw)
  if (field.kind === 'choice') return readChoice(field, raw)
  const value = switches.get(typeof raw === 'string' ? raw.trim().toLowerCase() : raw)
  if (value !== undefined) return { value }
  return {
    value: field.default,
    problem: `${quote(raw)}, which is neither true nor false; this figure uses ${field.default}.`,
  }
}

/**
 * The nearest valid values: an end of the range, a multiple of the step, or the default where the type is wrong.
 * Names that the figure does not have are left out; `undefined` counts as not given.
 */
export function parseConfig<C extends Config>(
  config: C,
  raw: Readonly<Record<string, unknown>>,
): Parsed<ValuesOf<C>> {
  const corrections: string[] = []
  const values: [string, Reading['value']][] = []
  for (const [name, field] of Object.entries(config)) {
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined
    const { value, problem } = given === undefined ? { value: field.default } : read(field, given)
    if (problem) corrections.push(`${field.label} was ${problem}`)
    values.push([name, value])
  }
  for (const [name, given] of Object.entries(raw))
    if (given !== undefined && !Object.hasOwn(config, name))
      corrections.push(`This figure has no setting called ${quote(name)}; it was left out.`)
  return { values: Object.fromEntries(values) as ValuesOf<C>, corrections }
}
