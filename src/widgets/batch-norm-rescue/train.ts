/** A deep network of sigmoids on digits: as it is, and with three normalizations. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { Images } from '../../lab/images.ts'
import type { VariantOf } from '../../lab/setup.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { batchOrder, pickRows } from '../../nn/datasets/batches.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { glorotNormal } from '../../nn/initializers.ts'
import { mlp, type Mlp } from '../../nn/layers/mlp.ts'
import { batchNormalization } from '../../nn/layers/normalization/batchNormalization.ts'
import { dataDependentInitialization } from '../../nn/layers/normalization/dataDependentInitialization.ts'
import { layerNormalization } from '../../nn/layers/normalization/layerNormalization.ts'
import type { Normalization } from '../../nn/layers/normalization/normalization.ts'
import { weightNormalization } from '../../nn/layers/normalization/weightNormalization.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { random } from '../../nn/random.ts'
import { batchTensors } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, lossImages, shownImages, testImages, trainingImages, width } from './config.ts'
import { entering } from './entering.ts'

export interface View {
  /** What enters the sigmoids of each hidden layer, minus its mean over the images, unit by unit. */
  differences: HistogramsView
  /** What enters the sigmoids of the last hidden layer: a row for each unit, a column for each of 40 images. */
  lastLayer: HeatmapView
}

const size = 12
const need = { train: trainingImages, test: testImages, size }

const normalizations: Record<VariantOf<typeof setup>, () => Normalization | undefined> = {
  none: () => undefined,
  batch: () => batchNormalization(),
  layer: () => layerNormalization(),
  weight: () => weightNormalization(),
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, from } = context
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(config.depth - 1).fill(width),
      outputs: 10,
      activation: 'sigmoid',
      kernelInitializer: glorotNormal(),
      normalization: normalizations[variant](),
      seeds,
    })
    // A checkpoint has its own weights.
    if (config.start === 'data' && !from) fitToFirstBatch(model, context)
    yield* learnDigits(context, {
      need,
      seen: lossImages,
      model,
      optimizer: sgd(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: (looked) => lossAndTestAccuracy(model, looked),
      view: ({ seen }): View => {
        const { differences, last } = entering(model, seen.x, shownImages)
        return { differences: histograms(differences, [-3, 3]), lastLayer: last }
      },
    })
  },
})

/** Starting weights by the images that the first update learns from. Frees the model where they cannot be fitted. */
function fitToFirstBatch(
  model: Mlp,
  { seeds, images }: { seeds: readonly number[]; images?: Images | undefined },
): void {
  try {
    const sets = seeds.map((seed) => digitsOf(images, seed, need).train)
    const orders = seeds.map((seed) => random(seed).split('order'))
    const { x, y } = batchTensors(pickRows(sets, batchOrder(trainingImages, orders, batchSize).next()))
    try {
      dataDependentInitialization(model, x)
    } finally {
      tf.dispose([x, y])
    }
  } catch (error) {
    model.dispose()
    throw error
  }
}
