/** One regression whose features differ in size alone, under λ Σ w² and under weight decay, with SGD and with Adam. */
import { defineExperiment, type Frame } from '../../lab/experiment.ts'
import type { MetricOf } from '../../lab/setup.ts'
import type { BarsView } from '../../lab/views.ts'
import { batchOrder } from '../../nn/datasets/batches.ts'
import { linearGradient, linearLoss } from '../../nn/linearRows.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, features, rowCount } from './config.ts'
import { makeData, penalizedBest } from './data.ts'
import { sharesTaken, update, type State, type Step } from './optimizers.ts'

export interface View {
  /** Of the smallest feature first, `[features]`. */
  weights: Float32Array
  /** Those of the least loss plus λ Σ w², `[features]`. */
  best: Float32Array
  /** The share of itself that each weight loses to the penalty in a step. */
  taken: BarsView
}

/** Weights, then the bias. */
const parameters = features + 1
const allRows = Array.from({ length: rowCount }, (_, row) => row)

/** All weights start where the data alone would have them. */
const start = (): Float32Array => new Float32Array(parameters).fill(1, 0, features)

const distance = (a: ArrayLike<number>, b: readonly number[]): number =>
  Math.sqrt(b.reduce((sum, value, j) => sum + (a[j]! - value) ** 2, 0))

/** What a checkpoint's tensor holds of the i-th seed; zeros where there is none. */
const part = (of: Float32Array | undefined, i: number, size: number): Float32Array =>
  of?.slice(i * size, (i + 1) * size) ?? new Float32Array(size)

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from }) {
    const sets = seeds.map((seed) => makeData(random(seed).split('data'), config.spread))
    const [kernels, biases, ms, vs] = from?.tensors ?? []
    // 32 bits, as everywhere where weights are learned, and so that a checkpoint holds all of them.
    const states = seeds.map((_, i): State => ({
      theta: kernels && biases ? Float32Array.of(...part(kernels, i, features), biases[i]!) : start(),
      m: part(ms, i, parameters),
      v: part(vs, i, parameters),
    }))
    const orders = seeds.map((seed) => batchOrder(rowCount, [random(seed).split('order')], batchSize))
    let step = from?.step ?? 0
    for (const order of orders) order.skip(step)

    /** Of the step with this number, under the settings of now. */
    const stepOf = (number: number): Step => ({
      variant,
      number,
      rate: variant === 'adamL2' || variant === 'adamW' ? config.adamRate : config.sgdRate,
      lambda: config.lambda,
    })
    const joined = (of: (state: State) => Float32Array) =>
      Float32Array.from(states.flatMap((state) => [...of(state)]))

    const moment = (): Frame<MetricOf<typeof setup>, View> => ({
      step,
      epoch: step,
      measure: async () => {
        const best = penalizedBest(config.spread, config.lambda)
        const atStart = distance(start(), best)
        return {
          distance: states.map(({ theta }) => distance(theta, best) / atStart),
          unevenness: states.map((state) => {
            const taken = sharesTaken(state, stepOf(step))
            return step === 0 ? 1 : Math.max(...taken) / Math.min(...taken)
          }),
          smallest: states.map(({ theta }) => theta[0]!),
          largest: states.map(({ theta }) => theta[features - 1]!),
          loss: states.map(({ theta }, i) => linearLoss(sets[i]!, theta)),
        }
      },
      view: async () => ({
        weights: states[0]!.theta.slice(0, features),
        best: Float32Array.from(penalizedBest(config.spread, config.lambda)),
        taken: { values: sharesTaken(states[0]!, stepOf(step)) },
      }),
      save: async () => ({
        step,
        tensors: [
          joined(({ theta }) => theta.subarray(0, features)),
          joined(({ theta }) => theta.subarray(features)),
          joined(({ m }) => m),
          joined(({ v }) => v),
        ],
      }),
    })

    let asked = yield moment()
    while (step < config.steps) {
      const end = Math.min(config.steps, step + Math.max(1, asked ?? 1))
      while (step < end) {
        step++
        states.forEach((state, i) => {
          const picks = config.batch === 'twenty' ? orders[i]!.next() : allRows
          update(state, linearGradient(sets[i]!, state.theta, picks), stepOf(step))
        })
      }
      asked = yield moment()
    }
  },
})
