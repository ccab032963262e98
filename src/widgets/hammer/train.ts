/** One linear regression with 40 weights of which 5 matter, under no penalty, L2, and L1 in two ways. */
import { defineExperiment, type Frame } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import type { MetricOf } from '../../lab/setup.ts'
import type { HistogramsView } from '../../lab/views.ts'
import { batchOrder } from '../../nn/datasets/batches.ts'
import { normal } from '../../nn/initializers.ts'
import { linearGradient, linearLoss } from '../../nn/linearRows.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, features, keptFrom, limit, nearly, rowCount, sizes } from './config.ts'
import { makeData, type Data } from './data.ts'
import { hammers } from './hammers.ts'

export interface View {
  histogram: HistogramsView
  /** `[features]`, the informative ones first. */
  weights: Float32Array
  /** 1 for a weight that is exactly 0: what a recording keeps of `weights` is rounded. */
  zero: Uint8Array
  /** What the target is made with, `[features]`. */
  truth: Float32Array
}

/** Weights, then the bias, which no penalty touches. */
const parameters = features + 1
const allRows = Array.from({ length: rowCount }, (_, row) => row)

/** From N(0, 1), by the same draws as the first layer of any network. The bias starts at 0. */
function startOf(seed: number): Float32Array {
  const own = random(seed).split('weights').split('layer 0').split('kernel 0')
  return Float32Array.of(...normal(1).draw(own, features, features, 1), 0)
}

const share = (weights: Float32Array, is: (size: number) => boolean): number =>
  weights.subarray(0, features).reduce((sum, w) => sum + (is(Math.abs(w)) ? 1 : 0), 0) / features

/** Features of new rows are N(0, 1), so the mean over all of them is the squared distance from the truth. */
const testError = ({ truth }: Data, theta: Float32Array): number =>
  truth.reduce((sum, value, j) => sum + (theta[j]! - value) ** 2, theta[features]! ** 2)

const keptShare = ({ truth }: Data, theta: Float32Array): number =>
  sizes.reduce<number>((sum, _, j) => sum + (theta[j]! * Math.sign(truth[j]!) >= keptFrom ? 1 : 0), 0) /
  sizes.length

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from }) {
    const sets = seeds.map((seed) => makeData(random(seed).split('data')))
    const [kernels, biases] = from?.tensors ?? []
    // 32 bits, as everywhere where weights are learned, and so that a checkpoint holds all of them.
    const thetas = seeds.map((seed, i) =>
      kernels && biases
        ? Float32Array.of(...kernels.subarray(i * features, (i + 1) * features), biases[i]!)
        : startOf(seed),
    )
    const orders = seeds.map((seed) => batchOrder(rowCount, [random(seed).split('order')], batchSize))
    let step = from?.step ?? 0
    for (const order of orders) order.skip(step)
    const hammer = hammers[variant]

    const slopes = (i: number): Float64Array => {
      if (config.batch === 'none') return new Float64Array(parameters)
      const picks = config.batch === 'ten' ? orders[i]!.next() : allRows
      return linearGradient(sets[i]!, thetas[i]!, picks)
    }
    const update = (theta: Float32Array, i: number) => {
      const gradient = slopes(i)
      const { learningRate, l1, l2 } = config
      const lambda = variant === 'l2' ? l2 : l1
      for (let j = 0; j < features; j++) theta[j] = hammer(theta[j]!, gradient[j]!, learningRate, lambda)
      theta[features]! -= learningRate * gradient[features]!
    }

    const moment = (): Frame<MetricOf<typeof setup>, View> => ({
      step,
      epoch: step,
      measure: async () => ({
        testError: thetas.map((theta, i) => testError(sets[i]!, theta)),
        exactZeros: thetas.map((theta) => share(theta, (size) => size === 0)),
        nearZeros: thetas.map((theta) => share(theta, (size) => size < nearly)),
        kept: thetas.map((theta, i) => keptShare(sets[i]!, theta)),
        loss: thetas.map((theta, i) => linearLoss(sets[i]!, theta)),
      }),
      view: async () => {
        const weights = thetas[0]!.slice(0, features)
        const range = [-limit, limit] as const
        return {
          histogram: { range, layers: [histogram('w', weights, range)] },
          weights,
          zero: Uint8Array.from(weights, (weight) => (weight === 0 ? 1 : 0)),
          truth: sets[0]!.truth.slice(),
        }
      },
      save: async () => ({
        step,
        tensors: [
          Float32Array.from(thetas.flatMap((theta) => [...theta.subarray(0, features)])),
          Float32Array.from(thetas, (theta) => theta[features]!),
        ],
      }),
    })

    let asked = yield moment()
    while (step < config.steps) {
      const end = Math.min(config.steps, step + Math.max(1, asked ?? 1))
      for (; step < end; step++) thetas.forEach(update)
      asked = yield moment()
    }
  },
})
