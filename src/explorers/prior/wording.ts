/** The posterior in words and numbers. No DOM. */
import { formatPercent } from '../../ui/format.ts'
import { decimals } from '../../ui/plane/number.ts'
import { lambdaOf, posteriorMode, shareLeft, thresholdOf, type Beliefs, type PriorKind } from './bayes.ts'

export const names: Readonly<Record<PriorKind, string>> = { gaussian: 'Gaussian', laplace: 'Laplace' }

/** What the scale of a prior is called. */
export const scaleSign: Readonly<Record<PriorKind, string>> = { gaussian: 'σ', laplace: 'b' }

/** Where the mode lies, and by which rule. */
export function modeWords(beliefs: Beliefs): string {
  const mode = decimals(posteriorMode(beliefs))
  const centre = decimals(beliefs.centre)
  if (beliefs.kind === 'gaussian') {
    const rule = `The mode is ${mode}: the centre, ${centre}, times σ²\u00a0/\u00a0(σ² + s²) = ${decimals(shareLeft(beliefs))}.`
    return beliefs.centre === 0
      ? `${rule} It is 0 because the centre is.`
      : `${rule} It is nearer to 0, and not 0.`
  }
  const threshold = decimals(thresholdOf(beliefs))
  return posteriorMode(beliefs) === 0
    ? `The mode is 0, exactly: the centre, ${centre}, is no farther from 0 than the threshold s²\u00a0/\u00a0b\u00a0=\u00a0${threshold}.`
    : `The mode is ${mode}: the centre, ${centre}, moved towards 0 by the threshold s²\u00a0/\u00a0b\u00a0=\u00a0${threshold}.`
}

/** −log prior as a penalty; powers stand as they are. */
export const penaltyWords = (beliefs: Beliefs): string =>
  beliefs.kind === 'gaussian'
    ? `λ w² with λ = 1 / (2 σ²) = ${decimals(lambdaOf(beliefs))}`
    : `λ |w| with λ = 1 / b = ${decimals(lambdaOf(beliefs))}`

/** Draws nearer to 0 than this are called near. */
export const near = 0.05

export function drawWords(draws: readonly number[]): string {
  const zeros = draws.filter((w) => w === 0).length
  const close = draws.filter((w) => Math.abs(w) < near).length
  return `${zeros} of ${draws.length} are exactly 0; ${formatPercent(close / draws.length)} lie within ${near} of it.`
}
