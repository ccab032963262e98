/** Polynomials through noisy points, of one degree after the other. Nothing learns by steps: the clock is the degree. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { VariantOf } from '../../lab/setup.ts'
import type { FitView } from '../../lab/views.ts'
import setup, { least, penalties } from './config.ts'
import { drawPoints, evaluate, fitPolynomial, grid, testError, trainingError, truth } from './polynomials.ts'

export interface View {
  /** Of the first seed. */
  fit: FitView
  /** Test error at this degree for each of `penalties`, the median over the seeds. */
  byPenalty: Float32Array
}

/** Beyond it the curve is out of sight, and further than a picture has places for. */
const farthest = 10

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds }) {
    const lambdas: Record<VariantOf<typeof setup>, number> = {
      none: 0,
      weak: config.weak,
      strong: config.strong,
    }
    const sets = seeds.map((seed) => drawPoints(seed, config.points, config.noise))
    const first = sets[0]!
    for (let degree = 0; degree <= setup.steps(config); degree++) {
      const fits = sets.map((points) => fitPolynomial(points, degree, lambdas[variant]))
      yield {
        step: degree,
        epoch: degree,
        measure: async () => ({
          testError: fits.map((weights) => Math.max(least, testError(weights))),
          trainingError: fits.map((weights, i) => Math.max(least, trainingError(weights, sets[i]!))),
        }),
        view: async (): Promise<View> => ({
          fit: {
            x: Float32Array.from(grid),
            fit: Float32Array.from(evaluate(fits[0]!, grid), (value) =>
              Math.max(-farthest, Math.min(farthest, value)),
            ),
            truth: Float32Array.from(grid, truth),
            points: Float32Array.from([...first.x].flatMap((x, i) => [x, first.y[i]!])),
          },
          byPenalty: Float32Array.from(penalties, (lambda) =>
            median(sets.map((points) => testError(fitPolynomial(points, degree, lambda)))),
          ),
        }),
      }
    }
  },
})

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
