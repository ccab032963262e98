/** Gradient descent on one linear regression, from four versions of the same inputs. */
import { defineExperiment, type Frame } from '../../lab/experiment.ts'
import type { MetricOf } from '../../lab/setup.ts'
import type { BarsView, BowlView } from '../../lab/views.ts'
import { descend, excessLoss, leastSquares } from '../../nn/leastSquares.ts'
import { random } from '../../nn/random.ts'
import setup, { features } from './config.ts'
import { makeData } from './data.ts'
import { isKept, planeOf } from './plane.ts'
import { transforms } from './transforms.ts'

export interface View {
  bowl: BowlView
  /** Curvatures of the loss along its axes over the greatest, from that downwards. */
  spectrum: BarsView
}

/** Weights, then the bias. */
const parameters = features + 1

/** Below this share of the start the rounding of 32-bit weights decides what is left; less is counted as this. */
const floor = 1e-6

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from }) {
    const problems = seeds.map((seed) => {
      const { rows, y } = makeData(random(seed).split('data'), config)
      return leastSquares(transforms[variant](rows), y)
    })
    const atStart = problems.map((problem) => excessLoss(problem, new Float32Array(parameters)))
    const plane = planeOf(problems[0]!)
    const [saved, savedPath] = from?.tensors ?? []
    // 32 bits, as everywhere where weights are learned, and so that a checkpoint holds all of them.
    const thetas = seeds.map((_, i) =>
      saved ? saved.slice(i * parameters, (i + 1) * parameters) : new Float32Array(parameters),
    )
    const path: number[] = savedPath ? [...savedPath] : [...plane.place(thetas[0]!)]
    let step = from?.step ?? 0

    const moment = (): Frame<MetricOf<typeof setup>, View> => ({
      step,
      epoch: step,
      measure: async () => ({
        excessLoss: problems.map((problem, i) =>
          // In this order, because Math.max keeps a NaN.
          Math.max(floor, excessLoss(problem, thetas[i]!) / atStart[i]!),
        ),
        conditionNumber: problems.map(({ eigen: { values } }) => values[0]! / values.at(-1)!),
      }),
      view: async () => {
        const { values } = problems[0]!.eigen
        return {
          bowl: {
            curvatures: plane.curvatures,
            path: Float32Array.from([
              ...path,
              ...(isKept(step, config.steps) ? [] : plane.place(thetas[0]!)),
            ]),
          },
          spectrum: { values: Float32Array.from(values, (value) => value / values[0]!) },
        }
      },
      save: async () => ({
        step,
        tensors: [Float32Array.from(thetas.flatMap((theta) => [...theta])), Float32Array.from(path)],
      }),
    })

    let asked = yield moment()
    while (step < config.steps) {
      const end = Math.min(config.steps, step + Math.max(1, asked ?? 1))
      while (step < end) {
        problems.forEach((problem, i) => descend(problem, thetas[i]!, config.rate / problem.eigen.values[0]!))
        step++
        if (isKept(step, config.steps)) path.push(...plane.place(thetas[0]!))
      }
      asked = yield moment()
    }
  },
})
