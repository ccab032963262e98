/** How the direct labels at the ends of lines are written, so that none is cut off. No DOM. */
import type { Metric } from '../../lab/setup.ts'
import { formatValue } from '../format.ts'

/** px of a text at 13px, semibold, rounded up. */
export const textWidth = (text: string) =>
  text.split('').reduce((sum, char) => sum + (/[.,()ijlt⁰¹²³⁴⁵⁶⁷⁸⁹⁻ ]/.test(char) ? 5 : 8), 0)
/** px between a name and the value behind it. */
const between = 6
/** px between two labels: of two lines, and of one. */
const heights = { stacked: 29, line: 15, value: 15 } as const

/**
 * `stacked`: the value below the name. `line`: behind it. `value`: only the value; the line's marker stands before it,
 * and the tall plot of the figure has the name.
 */
export type LabelForm = 'stacked' | 'line' | 'value'

export interface LabelLayout {
  form: LabelForm
  /** Factor on the font size of names, at most 1. */
  scale: number
  gap: number
}

const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth))

/** What a name and a value behind it need. */
export const lineWidth = (names: readonly string[], values: readonly string[]): number =>
  longest(names) + between + longest(values)

/**
 * @param values the longest that they can get, so that the form does not change while it trains
 * @param height px of the plot area that the labels share
 * @param room px from the left edge of the labels to the edge of the picture
 */
export function labelLayout(
  names: readonly string[],
  values: readonly string[],
  height: number,
  room: number,
): LabelLayout {
  const nameWidth = longest(names)
  if (names.length * 28 <= height)
    return { form: 'stacked', scale: Math.min(1, room / Math.max(1, nameWidth)), gap: heights.stacked }
  const form = lineWidth(names, values) <= room ? 'line' : 'value'
  return { form, scale: 1, gap: heights[form] }
}

/** px beside a wide plot that its labels may use before the next column begins; a phone has none. */
export const spill = (width: number): number => (width >= 420 ? 20 : 0)

/** The right margin of a figure's plots: room for the longest label, but never much of a narrow plot. */
export const labelMargin = (names: readonly string[], values: readonly string[], width: number): number =>
  Math.round(Math.min(lineWidth(names, values) + 24, Math.max(76, width * 0.3)))

/** The longest that a metric's value can get, as it is printed. */
export const widestValues = ({ domain, format }: Pick<Metric, 'domain' | 'format'>): string[] =>
  format === 'percent' ? ['99.9%'] : domain.map((end) => formatValue(end === 0 ? 0.0012 : end * 1.23))
