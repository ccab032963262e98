/** One weight, a Gaussian likelihood of it and a prior: the posterior's mode, and draws from the posterior. No DOM. */
import type { Random } from '../../nn/random.ts'

export const priorKinds = ['gaussian', 'laplace'] as const
export type PriorKind = (typeof priorKinds)[number]

export interface Beliefs {
  /** m and s: the likelihood of w is that of a normal distribution, largest at m, with standard deviation s. */
  centre: number
  width: number
  kind: PriorKind
  /** σ of a Gaussian prior, b of a Laplace prior; both have their peak at 0. */
  scale: number
}

export const logLikelihood = ({ centre, width }: Beliefs, w: number): number =>
  -((w - centre) ** 2) / (2 * width ** 2)

/** Without the constant: −w² / (2 σ²) or −|w| / b. */
export const logPrior = ({ kind, scale }: Beliefs, w: number): number =>
  kind === 'gaussian' ? -(w ** 2) / (2 * scale ** 2) : -Math.abs(w) / scale

/** Up to a constant. Both priors make it concave. */
export const logPosterior = (beliefs: Beliefs, w: number): number =>
  logLikelihood(beliefs, w) + logPrior(beliefs, w)

/**
 * λ of the penalty that −log prior is: λ w² with λ = 1 / (2 σ²), or λ |w| with λ = 1 / b. It belongs to the negative
 * log-likelihood summed over the data; for a mean over n examples it is divided by n.
 */
export const lambdaOf = ({ kind, scale }: Beliefs): number =>
  kind === 'gaussian' ? 1 / (2 * scale ** 2) : 1 / scale

/** Under a Laplace prior: how far the mode lies from the centre of the likelihood, s² / b, where it does not reach 0. */
export const thresholdOf = ({ width, scale }: Beliefs): number => width ** 2 / scale

/** Under a Gaussian prior: the share of the centre that is left, σ² / (σ² + s²). */
export const shareLeft = ({ width, scale }: Beliefs): number => scale ** 2 / (scale ** 2 + width ** 2)

/**
 * The w with the highest posterior density. Gaussian prior: m σ² / (σ² + s²). Laplace prior: the soft threshold
 * sign(m) max(|m| − s² / b, 0), which is 0 exactly for every m within the threshold.
 */
export function posteriorMode(beliefs: Beliefs): number {
  const { centre, kind } = beliefs
  if (kind === 'gaussian') return centre * shareLeft(beliefs)
  const beyond = Math.abs(centre) - thresholdOf(beliefs)
  return beyond > 0 ? Math.sign(centre) * beyond : 0
}

/** Where the log density has fallen by 1 from its peak, to the side of `sign`. */
function shoulder(height: (w: number) => number, mode: number, sign: 1 | -1): number {
  let [near, far] = [0, 1e-3]
  while (height(mode + sign * far) > -1) far *= 2
  for (let i = 0; i < 60; i++) {
    const middle = (near + far) / 2
    if (height(mode + sign * middle) > -1) near = middle
    else far = middle
  }
  return far
}

/**
 * `count` independent draws from the posterior, by rejection. A concave log density lies below its peak between the
 * two shoulders, and beyond each below the straight line from the peak through the shoulder; from a bar with two
 * exponential tails draws are easy (after Devroye, Non-Uniform Random Variate Generation, 1986, chapter VII.2).
 *
 * Each draw has random numbers of its own, so that most draws glide when the beliefs change a little.
 */
export function posteriorDraws(beliefs: Beliefs, count: number, source: Random): number[] {
  const mode = posteriorMode(beliefs)
  const peak = logPosterior(beliefs, mode)
  const height = (w: number) => logPosterior(beliefs, w) - peak
  const [left, right] = [shoulder(height, mode, -1), shoulder(height, mode, 1)]
  const tail = Math.exp(-1)
  const draw = (own: Random): number => {
    for (;;) {
      const [side, far] =
        own.uniform() * (left + right) < left ? ([-1, left] as const) : ([1, right] as const)
      const inTail = own.uniform() < tail / (1 + tail)
      const beyond = inTail ? -Math.log(1 - own.uniform()) : 0
      const w = mode + side * far * (inTail ? 1 + beyond : own.uniform())
      const envelope = inTail ? -1 - beyond : 0
      if (Math.log(1 - own.uniform()) < height(w) - envelope) return w
    }
  }
  return Array.from({ length: count }, (_, i) => draw(source.split(String(i))))
}
