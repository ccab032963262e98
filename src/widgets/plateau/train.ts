/** The same tanh network on digits, twice: from weights that are too small, and from Xavier's. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { glorotNormal, normal } from '../../nn/initializers.ts'
import { layerGradients } from '../../nn/layers/layerGradients.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import type { Mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, type Looked } from '../../nn/learnDigits.ts'
import { hiddenActivations, incomingWeights } from '../../nn/looks.ts'
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { rootMeanSquare } from '../../nn/metrics.ts'
import { momentum } from '../../nn/optimizers/momentum.ts'
import { read } from '../../nn/tensors.ts'
import setup, { batchSize, classes, lossImages, testImages, trainingImages, width } from './config.ts'

export interface View {
  /** Activations of the hidden layers over 200 test images. */
  activations: HistogramsView
  /** The weights into each of the first 12 units of the first layer, as images of 12 x 12, six in a row. */
  weights: HeatmapView
}

const size = 12
const unitsShown = 12
const range = [-1, 1] as const

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(config.depth).fill(width),
      outputs: classes,
      activation: 'tanh',
      kernelInitializer: variant === 'small' ? normal(config.weights) : glorotNormal(),
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
      measure: ({ seen, held }) => ({
        ...lossAndGradient(model, seen),
        testAccuracy: evaluate(model, 'softmaxCrossEntropy', held).accuracy,
      }),
      view: ({ held }): View => ({
        activations: histograms(hiddenActivations(model, held.x, 200), range),
        weights: mosaic(incomingWeights(model, unitsShown), { size, columns: 6, limit: 0.5 }),
      }),
    })
  },
})

/** The loss, and the root mean square of its gradient by the weights of layer 1; one number per seed. */
function lossAndGradient(
  model: Mlp,
  { x, y }: Looked['seen'],
): { loss: Float32Array; gradient: Float32Array } {
  const [loss, gradient] = read(() => {
    const passed = layerGradients(model, x, (logits) => softmaxCrossEntropy(y, logits))
    return [passed.loss, rootMeanSquare(passed.layers[0]!.kernel)]
  }) as [Float32Array, Float32Array]
  return { loss, gradient }
}
