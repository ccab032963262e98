/** One network on digits, watched on validation images: with true labels, and with half of the labels drawn by lot. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { BarsView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { randomLabels } from '../../nn/datasets/randomLabels.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import { batchTensors } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, shares, size, testImages, trainingImages, width } from './config.ts'

export interface View {
  /** Training, validation and test loss of the first seed. */
  losses: BarsView
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, images } = context
    const { validation } = config
    const need = { train: trainingImages, test: validation + testImages, size }
    const model = mlp({
      inputs: size * size,
      hidden: [width],
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    /** The held-out images: the first are for validation, the others for the test. Made when somebody first measures. */
    let parts: { validation: Rows; test: Rows } | undefined
    const makeParts = () => {
      const sets = seeds.map((seed) => digitsOf(images, seed, need).test)
      const share = config.validationLabels === 'true' ? 0 : shares[variant]
      return {
        validation: batchTensors(
          firstRows(
            sets.map((set, i) => randomLabels(set, share, random(seeds[i]!).split('validation labels'))),
            validation,
          ),
        ),
        test: batchTensors(
          firstRows(
            sets.map(({ x, y, features, classes }) => ({
              x: x.subarray(validation * features),
              y: y.subarray(validation),
              count: testImages,
              features,
              classes,
            })),
          ),
        ),
      }
    }
    const lookAt = (seen: Rows) => {
      parts ??= makeParts()
      const [training, held, test] = [seen, parts.validation, parts.test].map((rows) =>
        evaluate(model, 'softmaxCrossEntropy', rows),
      ) as [Found, Found, Found]
      return { training, held, test }
    }
    try {
      yield* learnDigits(context, {
        need,
        learns: ({ train }, seed) => randomLabels(train, shares[variant], random(seed).split('labels')),
        model,
        optimizer: adam(config.learningRate),
        batchSize,
        steps: setup.steps(config),
        learningRate: () => config.learningRate,
        measure: ({ seen }) => {
          const { training, held, test } = lookAt(seen)
          return {
            testLoss: test.loss,
            testError: test.accuracy.map((share) => 1 - share),
            validationLoss: held.loss,
            loss: training.loss,
          }
        },
        view: ({ seen }): View => {
          const { training, held, test } = lookAt(seen)
          return { losses: { values: Float32Array.of(training.loss[0]!, held.loss[0]!, test.loss[0]!) } }
        },
      })
    } finally {
      if (parts) tf.dispose(Object.values(parts).flatMap(({ x, y }) => [x, y]))
    }
  },
})

type Rows = ReturnType<typeof batchTensors>
type Found = ReturnType<typeof evaluate>
