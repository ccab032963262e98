/** Numbers as readers see them: rounded to what matters, with real minus signs and superscripts. No DOM. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const minus = (text: string) => text.replace('-', '−')

/** An integer as superscript digits: -4 becomes ⁻⁴. */
const raised = (power: number) =>
  (power < 0 ? '⁻' : '') +
  String(Math.abs(power))
    .split('')
    .map((digit) => superscripts[Number(digit)])
    .join('')

/** Two significant digits, and whole numbers whole: 0.25, 0.013, 1, 44, 8.1×10⁻⁴, 3.4×10³⁸. What is not finite reads "NaN". */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return 'NaN'
  if (value === 0) return '0'
  // Rounded first: 0.998 has the decimals of 1.0, and 0.000999 those of 0.0010.
  const size = Math.abs(Number(value.toPrecision(2)))
  if (Number.isInteger(value) && size < 10) return minus(String(value))
  if (size < 0.001 || size >= 1e5) {
    const [digits = '', power = '0'] = value.toExponential(1).split('e')
    return minus(`${digits.replace(/\.0$/, '')}×10${raised(Number(power))}`)
  }
  if (size >= 10) return minus(value.toFixed(0))
  const decimals = Math.min(4, 1 - Math.floor(Math.log10(size)))
  return minus(value.toFixed(decimals))
}

/** A share of 1 as a whole percentage; one decimal where rounding would claim a perfect score. */
export function formatPercent(value: number): string {
  if (!Number.isFinite(value)) return 'NaN'
  const percent = value * 100
  // 0.99 times 100 is a little more than 99: that is no 99.0%.
  return (percent > 99.05 && percent < 99.95) || (percent > 0 && percent < 0.95)
    ? `${percent.toFixed(1)}%`
    : minus(`${percent.toFixed(0)}%`)
}

export const formatValue = (value: number, format: 'number' | 'percent' = 'number'): string =>
  format === 'percent' ? formatPercent(value) : formatNumber(value)

/** A tick: as short as it can be, powers of ten spelled out from 0.001 to 10000. */
export function formatTick(value: number, format: 'number' | 'percent' = 'number'): string {
  if (format === 'percent') return minus(`${Number((value * 100).toFixed(1))}%`)
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size > 1e4)) {
    const [digits = '', power = '0'] = Number(value.toPrecision(2)).toExponential().split('e')
    return minus(`${digits === '1' ? '' : `${digits}×`}10${raised(Number(power))}`)
  }
  return minus(String(Number(value.toPrecision(6))))
}

/** A hyperparameter's value: up to three significant digits, no trailing zeros. */
export const formatSetting = (value: number): string => formatTick(Number(value.toPrecision(3)))

/** A position on a clock that spans `span` units: whole numbers on long axes, one decimal on short ones. */
export const formatClock = (position: number, span: number): string =>
  minus(String(Number(position.toFixed(Math.abs(span) >= 20 ? 0 : 1))))

/** Steps per second: 640, 1 250, 0.8. */
export const formatRate = (rate: number): string =>
  rate >= 1000
    ? `${Math.floor(rate / 1000)} ${String(Math.round(rate) % 1000).padStart(3, '0')}`
    : rate >= 10
      ? rate.toFixed(0)
      : rate.toFixed(1)

/** "He", "He and Xavier", "He, Xavier and Small". */
export const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`

/** A label at the start of a line. Symbols (x, α, w₁, “σ of the weights”) stay as they are. */
export const capital = (text: string): string =>
  text.length < 3 || /^\p{Script=Greek}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
