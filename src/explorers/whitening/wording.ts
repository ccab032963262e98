/** What has been done to the cloud and what came of it, in words and numbers. No DOM. */
import type { Matrix, Vector } from './matrix.ts'
import { correlation } from './statistics.ts'
import type { Method } from './transforms.ts'

export const names: Readonly<Record<Method, string>> = {
  raw: 'Raw',
  centred: 'Centred',
  standardised: 'Standardised',
  pca: 'PCA-whitened',
  zca: 'ZCA-whitened',
}

/** What stands on the two axes. */
export const axisNames: Readonly<Record<Method, readonly [string, string]>> = {
  raw: ['height, cm', 'weight, kg'],
  centred: ['height above the mean, cm', 'weight above the mean, kg'],
  standardised: ['height, standardised', 'weight, standardised'],
  pca: ['along axis 1', 'along axis 2'],
  zca: ['height, whitened', 'weight, whitened'],
}

/** Rows and columns of the covariance. */
export const featureNames = (method: Method): readonly [string, string] =>
  method === 'pca' ? ['axis 1', 'axis 2'] : ['height', 'weight']

/** Three digits or two decimals: 144, 20.5, 0.80, −0.02. What rounds to 0 has no sign. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '∞'
  const size = Math.abs(value)
  const text = value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2)
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−')
}

export const pair = ([x, y]: Vector): string => `(${number(x)}, ${number(y)})`

/** Whole, with spaces between thousands. A line has no condition number that is finite. */
export function conditionWords(value: number): string {
  if (!Number.isFinite(value)) return '∞'
  if (value < 99.95) return number(value)
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ' ')
}

export interface Outcome {
  method: Method
  /** Of the raw points. */
  mean: Vector
  raw: Matrix
  turn: number
  epsilon: number
  /** Mean squared distance of the transformed points from the shrunk cloud; `least` is ZCA's. */
  distance: number
  least: number
}

/** Below this a correlation is called none. */
const faint = 0.05

const turned = (turn: number) => (turn === 0 ? '' : `, then turned by ${String(turn).replace('-', '−')}°`)

/** Said instead of "the covariance is the identity" where the points have no width. */
const thin =
  'The points lie on a line, or nearly: the smaller eigenvalue is too small to divide by its root. So ε, a millionth of the larger, is added to both. The result has no more width than before: it is not white.'

const standardisedWords = (rho: number) =>
  Math.abs(rho) < faint
    ? `Each feature has mean 0 and standard deviation 1. There was almost no correlation to begin with (${number(rho)}): only then is a standardised cloud nearly white.`
    : `Each feature has mean 0 and standard deviation 1, and the correlation is ${number(rho)}, as in the raw cloud. This is standardisation. It is not whitening.`

/** A few sentences for the reader, after every choice. */
export function outcomeWords({ method, mean, raw, turn, epsilon, distance, least }: Outcome): string {
  if (method === 'raw')
    return `Nothing has been done. The mean is ${pair(mean)}, and the correlation is ${number(correlation(raw))}.`
  if (method === 'centred')
    return 'The mean has been subtracted. The cloud has moved to 0 and kept its shape, so its covariance is that of the raw cloud.'
  if (method === 'standardised') return standardisedWords(correlation(raw))
  const way =
    method === 'pca'
      ? 'Turned onto its principal axes, then divided along each by the standard deviation there'
      : 'Divided along each principal axis by the standard deviation there, without turning'
  if (epsilon > 0) return `${way}${turned(turn)}. ${thin}`
  const nearest = method === 'zca' && turn === 0
  const far = nearest
    ? `${number(distance)}, the least that a whitening can have.`
    : `${number(distance)}; ZCA without a turn has ${number(least)}.`
  return `${way}${turned(turn)}. The covariance is the identity: no correlation is left. Mean squared distance from the shrunk cloud: ${far}`
}
