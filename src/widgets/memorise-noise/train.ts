/** One network on digits with their true labels, with some labels drawn by lot, and with all of them drawn by lot. */
import { defineExperiment } from '../../lab/experiment.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { randomLabels } from '../../nn/datasets/randomLabels.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, shares, shown, size, testImages } from './config.ts'

/** Of the first training images of the first seed, one entry for each. */
export interface View {
  /** Brightness of the pixels, 0 to 255, `[shown, size, size]`, flat. */
  pixels: Uint8Array
  /** The label that the network is taught. */
  taught: Uint8Array
  /** The class that the network gives the greatest probability. */
  says: Uint8Array
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, images } = context
    const need = { train: config.images, test: testImages, size }
    const model = mlp({
      inputs: size * size,
      hidden: [config.units],
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    yield* learnDigits(context, {
      need,
      learns: ({ train }, seed) => randomLabels(train, shares[variant], random(seed).split('labels')),
      model,
      optimizer: adam(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      clock: 'step',
      learningRate: () => config.learningRate,
      measure: ({ seen, held }) => {
        const training = evaluate(model, 'softmaxCrossEntropy', seen)
        return {
          trainingAccuracy: training.accuracy,
          testAccuracy: evaluate(model, 'softmaxCrossEntropy', held).accuracy,
          loss: training.loss,
        }
      },
      view: ({ seen }): View => {
        const { mean, std } = digitsOf(images, seeds[0]!, need)
        const [x, taught, says] = read(() => {
          const rows = tf.slice(seen.x, 0, [1, shown, -1])
          return [rows, tf.slice(seen.y, 0, [1, shown]), tf.argMax(model.apply(rows, { replica: 0 }), -1)]
        }) as [Float32Array, Float32Array, Float32Array]
        const brightness = (value: number, i: number) => 255 * (value * std + mean[i % mean.length]!)
        return {
          pixels: Uint8Array.from(x, (value, i) =>
            Math.round(Math.min(255, Math.max(0, brightness(value, i)))),
          ),
          taught: Uint8Array.from(taught),
          says: Uint8Array.from(says),
        }
      },
    })
  },
})
