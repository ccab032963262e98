/** A network of thirty layers on digits, from three sizes of starting weights. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import type { HistogramsView } from '../../lab/views.ts'
import { glorotNormal, heNormal, normal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { hiddenActivations } from '../../nn/looks.ts'
import { momentum } from '../../nn/optimizers/momentum.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

export interface View {
  /** What leaves the hidden layers over 200 test images. */
  activations: HistogramsView
}

const size = 12
const range = [-3, 3] as const

/** As many as a column has room for. */
const layersShown = 10

const initializers = {
  he: () => heNormal(),
  xavier: () => glorotNormal(),
  small: (sigma: number) => normal(sigma),
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(config.depth - 1).fill(width),
      outputs: 10,
      activation: 'relu',
      kernelInitializer: initializers[variant](config.small),
      seeds,
    })
    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      seen: lossImages,
      model,
      optimizer: momentum(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: (looked) => lossAndTestAccuracy(model, looked),
      view: ({ held }): View => ({ activations: spaced(hiddenActivations(model, held.x, 200)) }),
    })
  },
})

/** The first layer, the last, and those evenly between them. */
function spaced(layers: readonly Float32Array[]): HistogramsView {
  const shown = Math.min(layersShown, layers.length)
  const places = Array.from({ length: shown }, (_, i) =>
    shown === 1 ? 0 : Math.round((i * (layers.length - 1)) / (shown - 1)),
  )
  return {
    range,
    layers: places.map((place) => histogram(`layer ${place + 1}`, layers[place]!, range)),
  }
}
