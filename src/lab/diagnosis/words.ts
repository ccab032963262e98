/** Numbers and layers in the book's words. The same style as `ui/format.ts`, which lab may not import. */
import type { Moment } from './evidence.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (power: number) =>
  (power < 0 ? '⁻' : '') +
  String(Math.abs(power)).replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '')

/** Two significant digits, and whole numbers whole: 0.25, 0.013, 1, 44, 8.1×10⁻⁴. */
export const number = (value: number): string => decimal(value, 2)

/** A hyperparameter's value: up to three significant digits, without trailing zeros. */
export const setting = (value: number): string =>
  value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) > 1e4)
    ? decimal(value, 3)
    : String(Number(value.toPrecision(3))).replace('-', '−')

function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return 'NaN'
  if (value === 0) return '0'
  // Rounded first: 0.998 has the decimals of 1.0, and 0.000999 those of 0.0010.
  const size = Math.abs(Number(value.toPrecision(digits)))
  if (Number.isInteger(value) && size < 10) return String(value).replace('-', '−')
  if (size < 0.001 || size >= 1e5) {
    const [mantissa = '', power = '0'] = value.toExponential(digits - 1).split('e')
    const short = String(Number(mantissa))
    return `${short === '1' ? '' : `${short}×`}10${raised(Number(power))}`.replace('-', '−')
  }
  if (size >= 10) return value.toFixed(0).replace('-', '−')
  return value.toFixed(Math.min(4, digits - 1 - Math.floor(Math.log10(size)))).replace('-', '−')
}

/** A share of 1 as a percentage. */
export const percent = (share: number): string => {
  const value = share * 100
  return `${(value > 99 && value < 99.95) || (value > 0 && value < 0.95) ? value.toFixed(1) : value.toFixed(0)}%`
}

/** "layer 3", counted from 1, or "the output layer". */
export const layerName = (index: number, { layers }: Moment): string =>
  index === layers.length - 1 ? 'the output layer' : `layer ${index + 1}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
