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

/** px from the left edge of a label to its end. */
export const labelWidth = (form: LabelForm, names: readonly string[], values: readonly string[]): number => {
  if (form === 'line') return lineWidth(names, values)
  return form === 'value' ? 12 + longest(values) : Math.max(longest(names), longest(values))
}

/** px. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** px: from a threshold to its name, and from there to the edge of the plot. */
const [thresholdGap, thresholdInset, nameHeight] = [3, 5, 16] as const

/** Where the name of a threshold at `y` stands, above or below it at the right end of a plot that ends at `right`. */
export const thresholdBox = (label: string, y: number, right: number, below: boolean): Box => ({
  left: right - thresholdInset - textWidth(label),
  right: right - thresholdInset,
  top: below ? y + thresholdGap : y - thresholdGap - nameHeight,
  bottom: below ? y + thresholdGap + nameHeight : y - thresholdGap,
})

/** Whether a column of labels, each from the first to the second of its `rows` (px from the top), lies over a box. */
export const covers = (
  column: Pick<Box, 'left' | 'right'>,
  rows: readonly (readonly [number, number])[],
  box: Box,
): boolean =>
  column.left < box.right &&
  column.right > box.left &&
  rows.some(([top, bottom]) => top < box.bottom && bottom > box.top)

/** px beside a wide plot that its labels may use before the next column begins; a phone has none. */
export const spill = (width: number): number => (width >= 420 ? 20 : 0)

/** The right margin of a figure's plots: room for the longest label, but never much of a narrow plot. */
export const labelMargin = (names: readonly string[], values: readonly string[], width: number): number =>
  Math.round(Math.min(lineWidth(names, values) + 24, Math.max(76, width * 0.3)))

/** The longest that a metric's value can get, as it is printed. */
export const widestValues = ({ domain, format }: Pick<Metric, 'domain' | 'format'>): string[] =>
  format === 'percent' ? ['99.9%'] : domain.map((end) => formatValue(end === 0 ? 0.0012 : end * 1.23))
