/** What an activation does to one number, in words and numbers. No DOM. */
import {
  scalarActivations,
  type ActivationName,
  type Range,
  type ScalarParams,
} from '../../nn/activations/scalar.ts'
import { formatNumber } from '../../ui/format.ts'

/** Two decimals, so that values of neighbouring x can be told apart: −1.50, 0.82. Tiny ones keep two digits. */
export function number(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.01) return formatNumber(value)
  return value.toFixed(2).replace('-', '−')
}

const end = (value: number) =>
  value === -Infinity ? '−∞' : value === Infinity ? '∞' : String(Number(value.toFixed(3))).replace('-', '−')

/** "(0, 1)" with an open end where it is never reached, "[0, ∞)" with a closed one where it is. */
export function rangeWords({ low, high, lowOpen, highOpen }: Range): string {
  return `${lowOpen ? '(' : '['}${end(low)}, ${end(high)}${highOpen ? ')' : ']'}`
}

type Words = (x: string, sign: number, params: ScalarParams) => string

const parameter = (params: ScalarParams, name: string) => number(params[name] ?? 0)

const leaky: Words = (x, sign, params) =>
  sign > 0
    ? `z is above 0, so it passes unchanged: ${x}`
    : `z is not above 0, so it is multiplied by α: ${parameter(params, 'alpha')} × ${x}`

/** How the value comes about, up to the equals sign. */
const working: Readonly<Record<ActivationName, Words>> = {
  linear: (x) => `z passes unchanged: ${x}`,
  sigmoid: (x, sign) => `1 / (1 + e^${sign < 0 ? x.slice(1) : `−${x}`})`,
  tanh: (x) => `tanh(${x})`,
  relu: (x, sign) =>
    sign > 0 ? `z is above 0, so it passes unchanged: ${x}` : `z is not above 0, so nothing passes: 0`,
  leakyRelu: leaky,
  prelu: leaky,
  elu: (x, sign, params) =>
    sign > 0
      ? `z is above 0, so it passes unchanged: ${x}`
      : `z is not above 0: α (e^z − 1) = ${parameter(params, 'alpha')} × (e^${x} − 1)`,
  maxout: (x, _, params) =>
    `the greater of ${parameter(params, 'w1')} × ${x} + ${parameter(params, 'b1')} and ${parameter(params, 'w2')} × ${x} + ${parameter(params, 'b2')}`,
  gelu: (x) => `z times the share of a standard normal below it: ${x} × Φ(${x})`,
  silu: (x) => `z times its sigmoid: ${x} × σ(${x})`,
}

/** "f(1.50) = 1 / (1 + e^−1.50) = 0.82". */
export function valueWords(name: ActivationName, x: number, params: ScalarParams): string {
  const value = scalarActivations[name].value(x, params)
  return `f(${number(x)}): ${working[name](number(x), x, params)} = ${number(value)}`
}

/** What the slope does to a gradient that passes here. */
export function slopeWords(slope: number): string {
  const size = Math.abs(slope)
  const share = size < 0.005 ? 'almost nothing' : `${Math.round(size * 100)}%`
  if (slope === 0) return 'The slope is 0: no gradient passes, so a unit that is always here cannot learn.'
  if (Math.abs(size - 1) < 1e-9) return `The slope is ${number(slope)}: a gradient passes at its full size.`
  return `The slope is ${number(slope)}: a gradient that passes here keeps ${share} of its size${slope < 0 ? ' and changes its sign' : ''}.`
}
