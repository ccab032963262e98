/** Measured numbers as prose prints them: plain decimals, a real minus sign, and only the digits that mean something. */

export type PrintedAs = 'number' | 'percent' | 'points' | 'word'
export const printedAs: readonly PrintedAs[] = ['number', 'percent', 'points', 'word']

export interface Rounding {
  as: PrintedAs
  /** Significant digits. */
  digits?: number
  /** Digits behind the point; goes before `digits`. */
  decimals?: number
}

const minus = (text: string) => text.replace('-', '−')
const hundredfold = (as: PrintedAs) => as === 'percent' || as === 'points'
const sign = (as: PrintedAs) => (as === 'percent' ? '%' : '')
const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Place of the first significant digit: 0 for 1 to 9, -2 for 0.01 to 0.099. */
const power = (value: number) => (value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-12))

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (exponent: number) =>
  (exponent < 0 ? '⁻' : '') +
  String(Math.abs(exponent)).replace(/\d/g, (digit) => superscripts[Number(digit)]!)

/** Decimals down to a ten-millionth, powers of ten below; large numbers as they are: 0.0000041, 2230, 10⁻¹⁰. */
function significant(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits))
  const first = power(rounded)
  if (rounded !== 0 && (first < -7 || first > 6)) {
    const [factor = '', exponent = '0'] = rounded.toExponential(digits - 1).split('e')
    return minus(`${factor === '1' ? '' : `${factor}×`}10`) + raised(Number(exponent))
  }
  return minus(rounded.toFixed(Math.min(20, Math.max(0, digits - 1 - first))))
}

/**
 * One number. Without `digits` and `decimals`: two significant digits; a percentage as a whole number, with one decimal
 * where rounding would claim all or nothing.
 */
export function printNumber(value: number, { as, digits, decimals }: Rounding): string {
  if (as === 'word') return words[Math.round(value)] ?? String(Math.round(value))
  const shown = hundredfold(as) ? 100 * value : value
  if (decimals !== undefined) return minus(zeroed(shown.toFixed(decimals))) + sign(as)
  if (digits !== undefined) return significant(shown, digits) + sign(as)
  if (!hundredfold(as)) return significant(shown, 2)
  const near =
    (as === 'percent' && shown > 99.05 && shown < 99.95) || (Math.abs(shown) > 0 && Math.abs(shown) < 0.95)
  return minus(zeroed(shown.toFixed(near || as === 'points' ? 1 : 0))) + sign(as)
}

/** -0.0 is 0.0. */
const zeroed = (text: string) => (/^-0\.?0*$/.test(text) ? text.slice(1) : text)

/**
 * Decimals at which a value with this error is given: two digits of the error while its first three are 100 to 354,
 * one digit up to 949. The rule of the Particle Data Group, Review of Particle Physics, section 5.3 of the introduction.
 */
function decimalsOf(error: number): number {
  if (!(error > 0)) return 1
  const first = power(error)
  const leading = Math.round((error / 10 ** first) * 100)
  // 950 and more count as 1000, which is the next power with two digits.
  return Math.max(0, leading <= 354 || leading >= 950 ? 1 - first - (leading >= 950 ? 1 : 0) : -first)
}

/** "87.0 ± 1.1%": mean and spread to the same place, which the spread decides; no line breaks inside. */
export function printSpread(mean: number, spread: number, { as, decimals }: Rounding): string {
  const factor = hundredfold(as) ? 100 : 1
  const places = decimals ?? decimalsOf(factor * spread)
  const print = (value: number) => minus(zeroed((factor * value).toFixed(places)))
  return `${print(mean)}\u00a0±\u00a0${print(spread)}${sign(as)}`
}
