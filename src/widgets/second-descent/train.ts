/** Least squares on random ReLU features, more and more of them. Nothing learns by steps: the clock is their number. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { FitView } from '../../lab/views.ts'
import { ridge } from '../../nn/ridge.ts'
import setup, { added, least, shortest, visited } from './config.ts'
import { drawProblem, pathPlaces, type Problem } from './problem.ts'

/** Along the way from one training point of the first seed to the next. */
export type View = FitView

/** Beyond it the fit is out of sight, and further than a picture has places for. */
const farthest = 20

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds }) {
    const problems = seeds.map((seed) => drawProblem(seed, config.points, config.noise, config.features))
    // The penalty is added to the mean of the squares; `ridge` has their sum.
    const lambda = variant === 'penalty' ? config.penalty * config.points : 0
    const first = problems[0]!
    for (let step = 0; step <= setup.steps(config); step++) {
      const count = step * added
      const weights = problems.map(({ features, y }) =>
        ridge(
          features.slice(0, count).map(({ train }) => train),
          y,
          lambda,
        ),
      )
      yield {
        step,
        epoch: count,
        measure: async () => ({
          testError: problems.map((problem, i) =>
            meanSquare(predict(problem, weights[i]!, 'test'), problem.test),
          ),
          trainingError: problems.map((problem, i) =>
            Math.max(least, meanSquare(predict(problem, weights[i]!, 'train'), problem.y)),
          ),
          length: weights.map((w) =>
            Math.max(shortest, Math.sqrt(w.reduce((sum, value) => sum + value * value, 0))),
          ),
        }),
        view: async (): Promise<View> => ({
          x: Float32Array.from(pathPlaces),
          fit: Float32Array.from(predict(first, weights[0]!, 'path'), (value) =>
            Math.max(-farthest, Math.min(farthest, value)),
          ),
          truth: Float32Array.from(first.path),
          points: Float32Array.from(Array.from({ length: visited }, (_, i) => [i + 1, first.y[i]!]).flat()),
        }),
      }
    }
  },
})

function predict(problem: Problem, weights: Float64Array, where: 'train' | 'test' | 'path'): Float64Array {
  const targets = { train: problem.y, test: problem.test, path: problem.path }[where]
  const said = new Float64Array(targets.length)
  weights.forEach((weight, j) => {
    const feature = problem.features[j]![where]
    for (let i = 0; i < said.length; i++) said[i]! += weight * feature[i]!
  })
  return said
}

const meanSquare = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / a.length
