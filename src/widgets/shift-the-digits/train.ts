/** The same network on the same few digits: as they are, with an L2 penalty, and with the digits shifted at random. */
import { defineExperiment } from '../../lab/experiment.ts'
import { versionOrder } from '../../nn/datasets/batches.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { shiftedCopies, shifts } from '../../nn/datasets/shifted.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, hiddenLayers, rowsShown, size, testImages, timesShown, width } from './config.ts'
import { lastShown, showings, type Shown } from './shown.ts'

export interface View {
  /** Of a few training images of the first seed: each as it is, then as the last steps saw it. */
  shown: Shown
}

const wrong = (right: Float32Array) => right.map((share) => 1 - share)

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, images } = context
    const steps = setup.steps(config)
    const need = { train: config.images, test: testImages, size }
    const reach = variant === 'shifted' ? config.reach : 0
    const versions = shifts(reach).length
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(hiddenLayers).fill(width),
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    let shownAt: ReturnType<typeof lastShown> | undefined
    /** Made when somebody looks: the order of all steps is gone through for it. */
    const makeShown = () => {
      const order = versionOrder(config.images, versions, [random(seeds[0]!).split('order')], batchSize)
      const all = showings(order, rowsShown, { steps, versions })
      return lastShown(digitsOf(images, seeds[0]!, need), rowsShown, { reach, times: timesShown, all })
    }
    yield* learnDigits(context, {
      need,
      learns: (digits) => (reach > 0 ? shiftedCopies(digits, reach) : digits.train),
      versions,
      model,
      optimizer: adam(config.learningRate),
      batchSize,
      steps,
      penalty: variant === 'l2' ? { name: 'l2', strength: config.l2 } : undefined,
      learningRate: () => config.learningRate,
      measure: ({ seen, held }) => {
        const training = evaluate(model, 'softmaxCrossEntropy', seen)
        const test = evaluate(model, 'softmaxCrossEntropy', held)
        return {
          testError: wrong(test.accuracy),
          trainingError: wrong(training.accuracy),
          loss: training.loss,
        }
      },
      view: (_looked, step): View => {
        shownAt ??= makeShown()
        return { shown: shownAt(step) }
      },
    })
  },
})
