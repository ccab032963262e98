/** One network on digits, once for each rate of dropout. */
import { defineExperiment } from '../../lab/experiment.ts'
import { randomLabels } from '../../nn/datasets/randomLabels.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, hiddenLayers, testImages } from './config.ts'
import { rates } from './rates.ts'

const size = 12

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const rate = rates[variant]
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(hiddenLayers).fill(config.units),
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const randoms = seeds.map((seed) => random(seed).split('dropout'))
    yield* learnDigits(context, {
      need: { train: config.images, test: testImages, size },
      learns: ({ train }, seed) =>
        randomLabels(train, Number(config.randomLabels), random(seed).split('labels')),
      model,
      optimizer: adam(config.learningRate),
      batchSize,
      dropout: rate > 0 ? { rate, randoms } : undefined,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure({ seen, held }) {
        const [training, test] = [seen, held].map((rows) => evaluate(model, 'softmaxCrossEntropy', rows))
        return {
          testError: errors(test!.accuracy),
          trainError: errors(training!.accuracy),
          testLoss: test!.loss,
          loss: training!.loss,
        }
      },
      view: () => ({}),
    })
  },
})

const errors = (shares: Float32Array): Float32Array => shares.map((share) => 1 - share)
