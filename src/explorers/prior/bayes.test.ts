import { expect, it } from 'vitest'
import { random } from '../../nn/random.ts'
import {
  lambdaOf,
  logPosterior,
  logPrior,
  posteriorDraws,
  posteriorMode,
  priorKinds,
  thresholdOf,
  type Beliefs,
} from './bayes.ts'

const cases: Beliefs[] = priorKinds.flatMap((kind) =>
  [0.2, 0.6, 2].flatMap((scale) =>
    [0.3, 1].flatMap((width) => [-1.2, 0, 0.4, 2.5].map((centre) => ({ kind, scale, width, centre }))),
  ),
)

it('the mode has the highest posterior, to any side', () => {
  for (const beliefs of cases) {
    const mode = posteriorMode(beliefs)
    for (const step of [1e-4, 0.01, 0.3, 2])
      for (const sign of [1, -1])
        expect(logPosterior(beliefs, mode + sign * step)).toBeLessThan(logPosterior(beliefs, mode))
  }
})

it('is the minimum of the loss plus λ times the penalty', () => {
  for (const beliefs of cases) {
    const { centre, width, kind } = beliefs
    const lambda = lambdaOf(beliefs)
    const penalised = (w: number) =>
      (w - centre) ** 2 / (2 * width ** 2) + lambda * (kind === 'gaussian' ? w ** 2 : Math.abs(w))
    for (const w of [-2, -0.1, 0, 0.7, 3]) {
      expect(-logPosterior(beliefs, w)).toBeCloseTo(penalised(w), 9)
      expect(penalised(posteriorMode(beliefs))).toBeLessThanOrEqual(penalised(w))
    }
  }
})

it('has the closed forms: a share of the centre, or the soft threshold with exact zeros', () => {
  const gaussian: Beliefs = { kind: 'gaussian', scale: 0.6, width: 0.6, centre: 0.8 }
  expect(posteriorMode(gaussian)).toBeCloseTo(0.4, 12)
  expect(lambdaOf(gaussian)).toBeCloseTo(1 / 0.72, 12)
  // m / (1 + 2 λ s²), as in ridge regression
  expect(posteriorMode(gaussian)).toBeCloseTo(0.8 / (1 + 2 * lambdaOf(gaussian) * 0.36), 12)
  const laplace: Beliefs = { ...gaussian, kind: 'laplace' }
  expect(thresholdOf(laplace)).toBeCloseTo(0.6, 12)
  expect(posteriorMode(laplace)).toBeCloseTo(0.2, 12)
  expect(posteriorMode({ ...laplace, centre: -0.8 })).toBeCloseTo(-0.2, 12)
  for (const centre of [-0.5, 0, 0.3, 0.59]) {
    expect(posteriorMode({ ...laplace, centre })).toBe(0)
    expect(posteriorMode({ ...gaussian, centre }) === 0).toBe(centre === 0)
  }
})

it('the priors are the densities that they are called after, up to a constant', () => {
  expect(logPrior({ kind: 'gaussian', scale: 2, width: 1, centre: 0 }, 2)).toBeCloseTo(-0.5, 12)
  expect(logPrior({ kind: 'laplace', scale: 2, width: 1, centre: 0 }, -2)).toBeCloseTo(-1, 12)
})

/** The posterior's cumulative distribution on a grid, by the trapezoidal rule. */
function cumulative(beliefs: Beliefs): (w: number) => number {
  const [from, step, count] = [-12, 0.002, 12_000]
  const peak = logPosterior(beliefs, posteriorMode(beliefs))
  const sums = [0]
  for (let i = 1; i <= count; i++) {
    const at = (k: number) => Math.exp(logPosterior(beliefs, from + k * step) - peak)
    sums.push(sums[i - 1]! + (step * (at(i - 1) + at(i))) / 2)
  }
  return (w) => sums[Math.max(0, Math.min(count, Math.round((w - from) / step)))]! / sums[count]!
}

it('draws come from the posterior: Kolmogorov and Smirnov find no difference', () => {
  const count = 2000
  for (const [i, beliefs] of cases.entries()) {
    const below = cumulative(beliefs)
    const draws = posteriorDraws(beliefs, count, random(i)).toSorted((a, b) => a - b)
    const gap = Math.max(...draws.map((w, k) => Math.abs(below(w) - (k + 0.5) / count)))
    // 1.95 / √n is exceeded by chance once in a thousand times.
    expect(gap).toBeLessThan(1.95 / Math.sqrt(count))
  }
})

it('no draw is exactly 0, also where the mode is', () => {
  for (const [i, beliefs] of cases.entries())
    expect(posteriorDraws(beliefs, 2000, random(i)).filter((w) => w === 0)).toEqual([])
})

it('the same seed gives the same draws, however many are asked for', () => {
  const [beliefs] = cases as [Beliefs, ...Beliefs[]]
  expect(posteriorDraws(beliefs, 5, random(3))).toEqual(posteriorDraws(beliefs, 9, random(3)).slice(0, 5))
})
