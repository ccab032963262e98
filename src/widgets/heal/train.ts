/** A network is trained, cut once by a criterion, and trained on under the mask; its twin is not cut. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { HistogramsView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { cutTo } from '../../nn/pruning/cutTo.ts'
import { pruningDraws } from '../../nn/pruning/drawnScores.ts'
import type { Criterion } from '../../nn/pruning/criteria.ts'
import { kernelMasks, type Pruning } from '../../nn/pruning/kernelMasks.ts'
import { keptWeights } from '../../nn/pruning/keptWeights.ts'
import { random } from '../../nn/random.ts'
import { batchTensors } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, hidden, limit, size, testImages } from './config.ts'

export interface View {
  /** Of the weights that are kept, layer by layer. */
  kept: HistogramsView
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, images } = context
    const need = { train: config.images, test: testImages, size }
    const model = mlp({
      inputs: size * size,
      hidden,
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const cutBy = (criterion: Criterion): Pruning => {
      const masks = kernelMasks(model.layers.map(({ kernel }) => kernel))
      return {
        masks,
        at: [config.training],
        cut() {
          const { x, y } = batchTensors(firstRows(seeds.map((seed) => digitsOf(images, seed, need).train)))
          const randoms = seeds.map((seed) => random(seed).split(pruningDraws))
          cutTo(config.sparsity / 100, { model, masks, x, randoms, criterion, scope: 'global' })
          tf.dispose([x, y])
        },
      }
    }
    yield* learnDigits(context, {
      need,
      model,
      optimizer: adam(config.learningRate),
      batchSize,
      pruning: variant === 'whole' ? undefined : cutBy(variant),
      steps: setup.steps(config),
      clock: 'step',
      learningRate: () => config.learningRate,
      measure: (looked) => lossAndTestAccuracy(model, looked),
      view: (): View => ({ kept: histograms(keptWeights(model), [-limit, limit]) }),
    })
  },
})
