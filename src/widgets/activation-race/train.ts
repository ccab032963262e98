/** The same deep, narrow network on digits, once for each activation. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { glorotNormal, heNormal } from '../../nn/initializers.ts'
import type { Initializer } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { hiddenActivations, incomingWeights } from '../../nn/looks.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { optimizers } from '../../nn/optimizers/catalogue.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

export interface View {
  /** Activations of the hidden layers over 200 test images. */
  activations: HistogramsView
  /** The weights into each of the first 12 units of the first layer, as images of 12 x 12, four in a row. */
  weights: HeatmapView
}

const size = 12
const unitsShown = 12
const range = [-3, 3] as const

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(config.depth).fill(width),
      outputs: 10,
      activation: variant,
      kernelInitializer: scaledInitializer(initializerOf(config, variant), config.weightScale),
      seeds,
    })
    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      seen: lossImages,
      model,
      optimizer: optimizers[config.optimizer](config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: (looked) => lossAndTestAccuracy(model, looked),
      view: ({ held }): View => ({
        activations: histograms(hiddenActivations(model, held.x, 200), range),
        weights: mosaic(incomingWeights(model, unitsShown), { size, columns: 4, limit: 0.5 }),
      }),
    })
  },
})

/** "Matched": what the activation's theory asks for. Draws differ by a factor only. */
function initializerOf(
  { initializer }: ConfigOf<typeof setup>,
  variant: VariantOf<typeof setup>,
): Initializer {
  const saturates = variant === 'sigmoid' || variant === 'tanh'
  const xavier = initializer === 'xavier' || (initializer === 'matched' && saturates)
  return xavier ? glorotNormal() : heNormal()
}
