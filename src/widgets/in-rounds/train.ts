/** The same sparsity in one cut or in many small ones, with as many updates of fine-tuning afterwards or in between. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { HistogramsView } from '../../lab/views.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { cutTo } from '../../nn/pruning/cutTo.ts'
import { pruningDraws } from '../../nn/pruning/drawnScores.ts'
import { kernelMasks } from '../../nn/pruning/kernelMasks.ts'
import { keptWeights } from '../../nn/pruning/keptWeights.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, cutsOf, hidden, limit, size, testImages } from './config.ts'

export interface View {
  /** Of the weights that are kept, layer by layer. */
  kept: HistogramsView
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden,
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const masks = kernelMasks(model.layers.map(({ kernel }) => kernel))
    const cuts = cutsOf(config, variant)
    const criterion = variant === 'randomRounds' ? 'random' : 'magnitude'
    yield* learnDigits(context, {
      need: { train: config.images, test: testImages, size },
      model,
      optimizer: adam(config.learningRate),
      batchSize,
      pruning: {
        masks,
        at: cuts.map(({ step }) => step),
        cut(step) {
          const { sparsity } = cuts.find((each) => each.step === step)!
          const randoms = seeds.map((seed) => random(seed).split(pruningDraws))
          cutTo(sparsity, { model, masks, randoms, criterion, scope: 'global' })
        },
      },
      steps: setup.steps(config),
      clock: 'step',
      learningRate: () => config.learningRate,
      measure: (looked) => ({ ...lossAndTestAccuracy(model, looked), sparsity: masks.sparsity() }),
      view: (): View => ({ kept: histograms(keptWeights(model), [-limit, limit]) }),
    })
  },
})
