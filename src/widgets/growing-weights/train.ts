/** One network on few digits, long after it has them all right: without a penalty and with L2. */
import { defineExperiment } from '../../lab/experiment.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { incomingWeights } from '../../nn/looks.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import setup, { limit, size, testImages, unitsShown, width } from './config.ts'
import { pulls } from './pulls.ts'

export interface View {
  /** The weights into the first units of the first layer, as images. */
  weights: HeatmapView
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden: config.network === 'hidden' ? [width] : [],
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    yield* learnDigits(context, {
      need: { train: config.images, test: testImages, size },
      model,
      optimizer: sgd(config.learningRate),
      batchSize: config.images,
      steps: setup.steps(config),
      clock: 'step',
      penalty: variant === 'l2' ? { name: 'l2', strength: config.l2 } : undefined,
      learningRate: () => config.learningRate,
      measure: ({ seen, held }) => {
        const training = evaluate(model, 'softmaxCrossEntropy', seen)
        return {
          ...pulls(model, seen, variant === 'l2' ? config.l2 : 0),
          trainingAccuracy: training.accuracy,
          loss: training.loss,
          testAccuracy: evaluate(model, 'softmaxCrossEntropy', held).accuracy,
        }
      },
      view: (): View => ({
        weights: mosaic(incomingWeights(model, unitsShown), { size, columns: 5, limit }),
      }),
    })
  },
})
