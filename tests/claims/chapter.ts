/**
 * The numbers that a chapter prints and no recording holds: worked examples, and what is computed from a measured
 * number. A claim names its sentence with {} for each number: when the sentence goes, or a number in it changes, the
 * claim fails. Numbers that were measured stand in the text as <Measured>; recordings.test.ts checks those.
 */
import { readFileSync } from 'node:fs'
import { measuredText } from '../../src/mdx/compile/measuredValue.ts'
import { readMeasurements } from '../../src/mdx/compile/readMeasurements.ts'
import { summary } from '../runExperiment.ts'
import { slugs } from './slugs.ts'
import { remember } from './verdict.ts'

const folder = new URL('../../content/en/', import.meta.url)
const measurements = await readMeasurements(process.cwd())

/** The attributes of a tag whose values are text or numbers. */
export const attributesOf = (written: string): Record<string, string | number> =>
  Object.fromEntries(
    Array.from(written.matchAll(/(\w+)=(?:"([^"]*)"|\{([^}]*)\})/g), ([, name = '', text, number]) => [
      name,
      text ?? Number(number),
    ]),
  )

const tag = /<Measured ([^>]*)\/>/g

const sourceOf = (slug: string) => readFileSync(new URL(`${slug}.mdx`, folder), 'utf8')

/**
 * A chapter with its measured numbers in their places, as the page prints them.
 * @throws if there is no such chapter, or a number in it that nobody measured.
 */
export function chapter(slug: string): string {
  if (!slugs.includes(slug))
    throw new Error(`There is no content/en/${slug}.mdx. The chapters are ${slugs.join(', ')}.`)
  return sourceOf(slug).replaceAll(tag, (whole, attributes: string) => {
    const result = measuredText(attributesOf(attributes), measurements)
    if ('fault' in result) throw new Error(`content/en/${slug}.mdx: ${whole}: ${result.fault}`)
    return result.text
  })
}

/** The attributes of every <Measured> of the book, as they are written. */
export const measuredTags = (): string[] =>
  slugs.flatMap((slug) => Array.from(sourceOf(slug).matchAll(tag), ([, attributes = '']) => attributes))

/** 0.5, −0.3, 22,000, 54%. */
const number = String.raw`([-−]?\d+(?:,\d{3})*(?:\.\d+)?%?)`
const flow = (text: string) => text.replace(/\s+/g, ' ')

export interface Printed {
  /** A percentage as a share. */
  value: number
  /** Half of one in the last digit: what rounding can have changed. */
  rounding: number
}

const parse = (text: string): Printed => {
  const digits = text.replace('−', '-').replaceAll(',', '').replace('%', '')
  const unit = text.endsWith('%') ? 0.01 : 1
  const decimals = digits.split('.')[1]?.length ?? 0
  return { value: Number(digits) * unit, rounding: 0.5 * 10 ** -decimals * unit }
}

/**
 * Where the chapter has a sentence: the whole of it, then what stands at each {}.
 * @param sentence as in the source, line breaks aside; as much of it as makes it the only one.
 * @param text the chapter, from `chapter(slug)`.
 * @throws if the text has no such sentence, or several.
 */
function place(sentence: string, text: string): RegExpExecArray {
  const pattern = flow(sentence)
    .split('{}')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(number)
  const found = [...flow(text).matchAll(new RegExp(pattern, 'g'))]
  if (found.length !== 1) {
    throw new Error(
      `Expected one place in the chapter that reads "${sentence}", found ${found.length}. ` +
        'Change the sentence and its claim together.',
    )
  }
  return found[0]!
}

/** The numbers at each {} of a sentence. */
export const printed = (sentence: string, text: string): Printed[] =>
  place(sentence, text).slice(1).map(parse)

/** The sentence as the chapter has it. */
export const quote = (sentence: string, text: string): string => place(sentence, text)[0]

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const sdOf = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - meanOf(values)) ** 2, 0) / (values.length - 1))

export interface PrintedClaim {
  what: string
  /** The sentence, with {} for the mean, and for "mean ± sd" a second one. */
  says: string
  /** One number per seed; NaN for a seed that diverged. */
  values: readonly number[]
}

/**
 * Prints what was measured. A printed mean agrees within three standard errors of the measured one, a printed standard
 * deviation within three of its own (both besides rounding): another processor rounds differently on the way.
 * @returns "holds", or a sentence that says what was found instead.
 */
export function agreement({ what, says, values }: PrintedClaim, text: string): string {
  const [mean, sd] = printed(says, text)
  if (!mean) throw new Error(`"${says}" has no {} for the number`)
  const finite = values.filter(Number.isFinite)
  const said = [mean, ...(sd ? [sd] : [])].map(({ value }) => value.toPrecision(3)).join(' ± ')
  const measured = `${what}: ${summary(finite)}; printed ${said}`
  console.log(measured)
  remember({ what, values, by: 'mean', expected: `${said}, as printed` })
  const spread = sdOf(finite)
  // By the printed spread where there is one: a wild run must not widen its own margin.
  const expected = sd?.value ?? spread
  const off = Math.abs(meanOf(finite) - mean.value)
  if (!(off <= mean.rounding * 1.001 + (3 * expected) / Math.sqrt(finite.length))) {
    return `${measured}: the mean is off by ${off}`
  }
  const sdOff = sd ? Math.abs(spread - sd.value) : 0
  const sdError = expected / Math.sqrt(2 * (finite.length - 1))
  if (sd && !(sdOff <= sd.rounding * 1.001 + 3 * sdError)) return `${measured}: the spread is off by ${sdOff}`
  return 'holds'
}
