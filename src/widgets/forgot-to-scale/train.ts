/** A network trained with dropout on digits with random labels, and what it is used with: all units, scaled or not. */
import { defineExperiment } from '../../lab/experiment.ts'
import { randomLabels } from '../../nn/datasets/randomLabels.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp, type Mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, type Looked } from '../../nn/learnDigits.ts'
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { accuracy } from '../../nn/metrics.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, hiddenLayers, testImages, trainingImages, width } from './config.ts'
import { reliability, type Reliability } from './reliability.ts'
import { scaledBy } from './scaledBy.ts'

export interface View {
  /** Of the answers to all test images. */
  reliability: Reliability
}

const size = 12

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const trained = mlp({
      inputs: size * size,
      hidden: Array<number>(hiddenLayers).fill(width),
      outputs: 10,
      activation: config.activation,
      kernelInitializer: heNormal(),
      seeds,
    })
    const keep = tf.scalar(1 - config.rate)
    const model = variant === 'scaled' ? scaledBy(trained, [keep, keep]) : trained
    const share = Number(config.randomLabels)
    try {
      yield* learnDigits(context, {
        need: { train: trainingImages, test: testImages, size },
        learns: ({ train }, seed) => randomLabels(train, share, random(seed).split('labels')),
        model,
        optimizer: adam(config.learningRate),
        batchSize,
        dropout: {
          rate: config.rate,
          scaling: variant === 'inverted' ? 'inverted' : 'none',
          randoms: seeds.map((seed) => random(seed).split('dropout')),
        },
        steps: setup.steps(config),
        learningRate: () => config.learningRate,
        measure: (looked) => measured(model, looked),
        view: ({ held: { x, y } }): View => {
          const [probabilities, labels] = read(() => [
            tf.softmax(model.apply(tf.slice(x, 0, 1), { replica: 0 })),
            tf.slice(y, 0, 1),
          ])
          return { reliability: reliability(probabilities!, labels!) }
        },
      })
    } finally {
      keep.dispose()
    }
  },
})

/** All units are there. The training loss is that of the labels the network learns from, the random ones too. */
function measured(model: Mlp, { seen, held }: Looked) {
  const [loss, testLoss, testAccuracy, confidence] = read(() => {
    const logits = model.apply(held.x)
    return [
      softmaxCrossEntropy(seen.y, model.apply(seen.x)),
      softmaxCrossEntropy(held.y, logits),
      accuracy(held.y, logits),
      tf.mean(tf.max(tf.softmax(logits), -1), -1),
    ]
  }) as [Float32Array, Float32Array, Float32Array, Float32Array]
  return { loss, testLoss, testAccuracy, confidence }
}
