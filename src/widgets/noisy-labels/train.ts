/** One network on digits of which some have random labels, without dropout and with it. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { randomLabels } from '../../nn/datasets/randomLabels.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { hiddenActivations } from '../../nn/looks.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, columnsShown, hiddenLayers, limit, testImages, width } from './config.ts'
import { sparsity } from './sparsity.ts'

export interface View {
  /** What leaves the second hidden layer: a row for each unit, a column for each of `columnsShown` test images, in the order of their digits. */
  activations: HeatmapView
}

const size = 12

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(hiddenLayers).fill(width),
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
      dropout: variant === 'dropout' ? { rate: config.rate, randoms } : undefined,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure({ seen, held }) {
        const test = evaluate(model, 'softmaxCrossEntropy', held)
        return {
          loss: evaluate(model, 'softmaxCrossEntropy', seen).loss,
          testLoss: test.loss,
          testError: test.accuracy.map((share) => 1 - share),
          ...sparsity(model, held.x),
        }
      },
      view: ({ held }): View => ({
        activations: unitsByImages(hiddenActivations(model, held.x, columnsShown).at(-1)!),
      }),
    })
  },
})

/** @param activations `[columnsShown, width]`, flat, of digits by turns (0, 1, ..., 9, 0, ...). */
function unitsByImages(activations: Float32Array): HeatmapView {
  const images = Array.from({ length: columnsShown }, (_, i) => i).sort((a, b) => (a % 10) - (b % 10))
  const values = new Float32Array(activations.length)
  images.forEach((image, column) => {
    for (let unit = 0; unit < width; unit++)
      values[unit * columnsShown + column] = activations[image * width + unit]!
  })
  return { values, rows: width, columns: columnsShown, signed: false, limit }
}
