/** The same network on digits with few images in a batch: as it is, and with three normalizations. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { accuracy } from '../../nn/metrics.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { hiddenLayers, lossImages, testImages, trainingImages, width } from './config.ts'
import { inBatches } from './inBatches.ts'
import { normalizations } from './normalizations.ts'
import { spreads } from './spreads.ts'

export interface View {
  /** What enters the ReLU of each hidden layer over the test images, cut into batches as in training. */
  training: HistogramsView
  /** The same when the network is used: batch norm with its running statistics. */
  inference: HistogramsView
  /** Standard deviations of the last hidden layer's units in some batches, then the running ones. Batch norm only. */
  spreads?: HeatmapView
}

const size = 12
const range = [-3, 3] as const

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const batchSize = Number(config.batchSize)
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(hiddenLayers).fill(width),
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      normalization: normalizations[variant](config.momentum),
      seeds,
    })
    // In the data digits take turns, and a batch of 0 and 1 is not like those of training.
    const mixed = Array.from(random(0).split('batches of test images').permutation(testImages))
    const inMixedOrder = (rows: tf.Tensor) => tf.gather(rows, mixed, 1)

    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      seen: lossImages,
      model,
      optimizer: sgd(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: (looked) => {
        const { x, y } = looked.held
        const metrics = lossAndTestAccuracy(model, looked)
        if (variant !== 'batch') return { ...metrics, trainingMode: metrics.testAccuracy }
        const [trainingMode] = read(() => {
          const { logits } = inBatches(model, inMixedOrder(x), batchSize)
          return [accuracy(inMixedOrder(y), logits)]
        })
        return { ...metrics, trainingMode: trainingMode! }
      },
      view: ({ held }): View => {
        const first = () => inMixedOrder(tf.slice(held.x, 0, 1))
        const entering = read(() =>
          model
            .trace(first(), { replica: 0 })
            .slice(0, -1)
            .map(({ z }) => z),
        )
        const inference = histograms(entering, range)
        if (variant !== 'batch') return { training: inference, inference }
        const last = hiddenLayers - 1
        const { variance } = model.layers[last]!.statistics!
        const parts = read(() => {
          const { entering: z, products } = inBatches(model, first(), batchSize, 0)
          const batches = tf.reshape(products[last]!, [-1, batchSize, width])
          return [...z, tf.moments(batches, 1).variance, tf.slice(variance, 0, 1)]
        })
        return {
          training: histograms(parts.slice(0, hiddenLayers), range),
          inference,
          spreads: spreads(parts[hiddenLayers]!, parts[hiddenLayers + 1]!),
        }
      },
    })
  },
})
