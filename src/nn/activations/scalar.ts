/** Activations as functions of one number, for plots on the page: values, slopes, ranges, formulas. No tfjs. */
import { erf } from './erf.ts'

export const activationNames = [
  'linear',
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'prelu',
  'elu',
  'maxout',
  'gelu',
  'silu',
] as const
export type ActivationName = (typeof activationNames)[number]

export type ScalarParams = Readonly<Record<string, number>>

export interface ScalarParam {
  name: string
  /** TeX. */
  symbol: string
  default: number
  min: number
  max: number
  /** True where a network learns it and the page only stands in for it. */
  learned: boolean
}

/** The values that the function takes. An end is open where it is approached but never reached. */
export interface Range {
  low: number
  high: number
  lowOpen: boolean
  highOpen: boolean
}

export interface ScalarActivation {
  name: ActivationName
  /** As on screen: "Leaky ReLU". */
  label: string
  /** TeX of the value at x, without "f(x) =". */
  formula: string
  /** TeX of the slope at x, without "f'(x) =". */
  slopeFormula: string
  params: readonly ScalarParam[]
  /** Parameters that are not given have their default. */
  value: (x: number, params?: ScalarParams) => number
  /** The derivative; at a kink the value that training uses (from the left; maxout: the mean over the pieces that tie). */
  slope: (x: number, params?: ScalarParams) => number
  range: (params?: ScalarParams) => Range
  /** Odd: inputs spread evenly around 0 give outputs spread evenly around 0. */
  zeroCentred: boolean
  /** Where the slope goes to 0 far from 0, so that a unit can stop learning. */
  flat: 'both sides' | 'left' | 'none'
}

const param = (
  name: string,
  symbol: string,
  standard: number,
  min: number,
  max: number,
  learned = false,
) => ({
  name,
  symbol,
  default: standard,
  min,
  max,
  learned,
})
const open = (low: number, high: number): Range => ({ low, high, lowOpen: true, highOpen: true })
const closedBelow = (low: number): Range => ({ low, high: Infinity, lowOpen: false, highOpen: true })
const line = open(-Infinity, Infinity)

const logistic = (x: number) => 1 / (1 + Math.exp(-x))
const normal = (x: number) => (1 + erf(x * Math.SQRT1_2)) / 2
const alphaOf = (own: number, params?: ScalarParams) => params?.['alpha'] ?? own

const rectifier = (name: 'leakyRelu' | 'prelu', label: string, alpha: ScalarParam): ScalarActivation => ({
  name,
  label,
  formula: String.raw`\begin{cases} x & x > 0 \\ \alpha x & x \le 0 \end{cases}`,
  slopeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \alpha & x \le 0 \end{cases}`,
  params: [alpha],
  value: (x, params) => (x > 0 ? x : alphaOf(alpha.default, params) * x),
  slope: (x, params) => (x > 0 ? 1 : alphaOf(alpha.default, params)),
  range: (params) => (alphaOf(alpha.default, params) > 0 ? line : closedBelow(0)),
  zeroCentred: false,
  flat: 'none',
})

/** Two lines stand for the k affine functions that a maxout unit learns. */
const pieces = (params?: ScalarParams) => {
  const of = (name: string, standard: number) => params?.[name] ?? standard
  return [
    { w: of('w1', -0.5), b: of('b1', 0) },
    { w: of('w2', 1), b: of('b2', 0) },
  ] as const
}
const maxoutValue = (x: number, params?: ScalarParams) =>
  Math.max(...pieces(params).map(({ w, b }) => w * x + b))

export const scalarActivations: Readonly<Record<ActivationName, ScalarActivation>> = {
  linear: {
    name: 'linear',
    label: 'Linear',
    formula: 'x',
    slopeFormula: '1',
    params: [],
    value: (x) => x,
    slope: () => 1,
    range: () => line,
    zeroCentred: true,
    flat: 'none',
  },
  sigmoid: {
    name: 'sigmoid',
    label: 'Sigmoid',
    formula: String.raw`\sigma(x) = \frac{1}{1 + e^{-x}}`,
    slopeFormula: String.raw`\sigma(x)\,\bigl(1 - \sigma(x)\bigr)`,
    params: [],
    value: logistic,
    slope: (x) => logistic(x) * logistic(-x),
    range: () => open(0, 1),
    zeroCentred: false,
    flat: 'both sides',
  },
  tanh: {
    name: 'tanh',
    label: 'Tanh',
    formula: String.raw`\tanh x = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}`,
    slopeFormula: String.raw`1 - \tanh^2 x`,
    params: [],
    value: Math.tanh,
    slope: (x) => 1 / Math.cosh(x) ** 2,
    range: () => open(-1, 1),
    zeroCentred: true,
    flat: 'both sides',
  },
  relu: {
    name: 'relu',
    label: 'ReLU',
    formula: String.raw`\max(0, x)`,
    slopeFormula: String.raw`\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}`,
    params: [],
    value: (x) => (x > 0 ? x : 0),
    slope: (x) => (x > 0 ? 1 : 0),
    range: () => closedBelow(0),
    zeroCentred: false,
    flat: 'left',
  },
  leakyRelu: rectifier('leakyRelu', 'Leaky ReLU', param('alpha', String.raw`\alpha`, 0.01, 0, 0.5)),
  prelu: rectifier('prelu', 'PReLU', param('alpha', String.raw`\alpha`, 0.25, 0, 1, true)),
  elu: {
    name: 'elu',
    label: 'ELU',
    formula: String.raw`\begin{cases} x & x > 0 \\ \alpha\,(e^{x} - 1) & x \le 0 \end{cases}`,
    slopeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \alpha\,e^{x} & x \le 0 \end{cases}`,
    params: [param('alpha', String.raw`\alpha`, 1, 0, 2)],
    value: (x, params) => (x > 0 ? x : alphaOf(1, params) * Math.expm1(x)),
    slope: (x, params) => (x > 0 ? 1 : alphaOf(1, params) * Math.exp(x)),
    range: (params) => (alphaOf(1, params) > 0 ? open(-alphaOf(1, params), Infinity) : closedBelow(0)),
    zeroCentred: false,
    flat: 'left',
  },
  maxout: {
    name: 'maxout',
    label: 'Maxout',
    formula: String.raw`\max_{j}\,(w_j x + b_j)`,
    slopeFormula: String.raw`w_{j^*},\quad j^* = \arg\max_{j}\,(w_j x + b_j)`,
    params: [
      param('w1', 'w_1', -0.5, -2, 2, true),
      param('b1', 'b_1', 0, -2, 2, true),
      param('w2', 'w_2', 1, -2, 2, true),
      param('b2', 'b_2', 0, -2, 2, true),
    ],
    value: maxoutValue,
    slope: (x, params) => {
      const top = maxoutValue(x, params)
      const winners = pieces(params).filter(({ w, b }) => w * x + b === top)
      return winners.reduce((sum, { w }) => sum + w, 0) / winners.length
    },
    range: (params) => {
      const [p, q] = pieces(params)
      if (p.w === 0 && q.w === 0) {
        const b = Math.max(p.b, q.b)
        return { low: b, high: b, lowOpen: false, highOpen: false }
      }
      // Convex: bounded below where one line does not fall on each side, lowest where the lines cross or lie flat.
      if (p.w * q.w > 0) return line
      if (p.w === 0) return closedBelow(p.b)
      if (q.w === 0) return closedBelow(q.b)
      return closedBelow(maxoutValue((q.b - p.b) / (p.w - q.w), params))
    },
    zeroCentred: false,
    flat: 'none',
  },
  gelu: {
    name: 'gelu',
    label: 'GELU',
    formula: String.raw`x\,\Phi(x) = \tfrac{1}{2}\,x\,\Bigl(1 + \operatorname{erf}\tfrac{x}{\sqrt 2}\Bigr)`,
    slopeFormula: String.raw`\Phi(x) + x\,\varphi(x)`,
    params: [],
    value: (x) => x * normal(x),
    slope: (x) => normal(x) + (x * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI),
    // Lowest at x = -0.7518, the root of the slope.
    range: () => closedBelow(-0.16997120747990369),
    zeroCentred: false,
    flat: 'left',
  },
  silu: {
    name: 'silu',
    label: 'SiLU',
    formula: String.raw`x\,\sigma(x) = \frac{x}{1 + e^{-x}}`,
    slopeFormula: String.raw`\sigma(x)\,\bigl(1 + x\,(1 - \sigma(x))\bigr)`,
    params: [],
    value: (x) => x * logistic(x),
    slope: (x) => logistic(x) * (1 + x * logistic(-x)),
    // Lowest at x = -1.2785, the root of the slope.
    range: () => closedBelow(-0.2784645427610738),
    zeroCentred: false,
    flat: 'left',
  },
}
