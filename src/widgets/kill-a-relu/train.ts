/** Two hidden layers on digits, trained with a learning rate that kills ReLUs and with one that does not. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { hiddenActivations } from '../../nn/looks.ts'
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, testImages, trainingImages, unitsPerRow } from './config.ts'

export interface View {
  /**
   * For each hidden layer a cell per unit: the share of 500 training images for which the unit's output is above 0.
   * A dead unit is 0.
   */
  activity: HeatmapView[]
  /** Activations of the hidden layers over the same images. */
  activations: HistogramsView
}

const range = [-1, 7] as const
const imagesShown = 500

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: 144,
      hidden: [config.units, config.units],
      outputs: 10,
      activation: variant === 'leakyHigh' ? 'leakyRelu' : 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const rate = () => (variant === 'reluLow' ? config.lowRate : config.highRate)
    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size: 12 },
      model,
      optimizer: sgd(rate()),
      batchSize,
      steps: setup.steps(config),
      learningRate: rate,
      measure: ({ seen, held }) => {
        const [deadShare, loss] = read(() => {
          const layers = model.trace(seen.x)
          const hidden = layers.slice(0, -1).map(({ a }) => a)
          return [deadUnits(hidden), softmaxCrossEntropy(seen.y, layers.at(-1)!.a)]
        }) as [Float32Array, Float32Array]
        const test = evaluate(model, 'softmaxCrossEntropy', held)
        return { deadShare, loss, testAccuracy: test.accuracy }
      },
      view: ({ seen }): View => {
        const hidden = hiddenActivations(model, seen.x, imagesShown)
        return {
          activity: hidden.map((values) => activity(values, config.units)),
          activations: histograms(hidden, range),
        }
      },
    })
  },
})

/**
 * Share of all hidden units whose output is 0 for every image: such a unit gets no gradient.
 * The sum over images is a product with ones, because wasm is slow at sums over a middle axis.
 * @param hidden activations of each layer, `[seeds, images, units]`.
 */
function deadUnits(hidden: readonly tf.Tensor[]): tf.Tensor {
  const [seeds, images] = hidden[0]!.shape as [number, number]
  const ones = tf.ones([seeds, 1, images])
  const totals = hidden.map((a) => tf.reshape(tf.matMul(ones, tf.abs(a)), [seeds, -1]))
  return tf.mean(tf.cast(tf.equal(tf.concat(totals, 1), 0), 'float32'), 1)
}

function activity(values: Float32Array, units: number): HeatmapView {
  const share = new Float32Array(units)
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) share[i % units]! += units / values.length
  return { values: share, rows: units / unitsPerRow, columns: unitsPerRow, signed: false, limit: 1 }
}
