/** The cloud: heights and weights drawn from a correlated normal distribution. No DOM. */
import { random } from '../../nn/random.ts'
import type { Vector } from './matrix.ts'

export const pointCount = 200

export interface CloudSettings {
  /** From −1 to 1. */
  correlation: number
  /** Standard deviation of each feature that the points are drawn with, in its unit. */
  spread: Vector
  /** Mean of each feature that the points are drawn with, in its unit. */
  mean: Vector
}

/** Independent normal numbers, before any setting: the sliders move these points and draw no new ones. */
export function draws(seed: number): Vector[] {
  const source = random(seed).split('cloud')
  return Array.from({ length: pointCount }, () => [source.normal(), source.normal()])
}

/** x = m₁ + s₁ u and y = m₂ + s₂ (ρu + √(1 − ρ²) v): the Cholesky factor of the covariance, times the draws. */
export function cloud(own: readonly Vector[], { correlation, spread, mean }: CloudSettings): Vector[] {
  const rest = Math.sqrt(Math.max(0, 1 - correlation ** 2))
  return own.map(([u, v]) => [mean[0] + spread[0] * u, mean[1] + spread[1] * (correlation * u + rest * v)])
}

/** Where the three points to follow are looked for among the draws: well apart, not at the edge. */
const places: readonly Vector[] = [
  [1.5, 0.4],
  [-0.3, 1.6],
  [-1.1, -1],
]

/** The indices of the three points to follow: the draws nearest to three fixed places. */
export function followed(own: readonly Vector[]): number[] {
  return places.map(([x, y]) => {
    let best = 0
    let least = Infinity
    for (const [i, [u, v]] of own.entries()) {
      const far = (u - x) ** 2 + (v - y) ** 2
      if (far < least) [best, least] = [i, far]
    }
    return best
  })
}
