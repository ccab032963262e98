/** The same deep, narrow network on digits, once for each activation. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digitsOf, standardisedBy } from '../../nn/datasets/ownDigits.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { glorotNormal, heNormal } from '../../nn/initializers.ts'
import type { Initializer } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { momentum } from '../../nn/optimizers/momentum.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { random } from '../../nn/random.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { createTrainer } from '../../nn/trainer.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

export interface View {
  /** Activations of the hidden layers over 200 test images. */
  activations: HistogramsView
  /** The weights into each of the first 12 units of the first layer, as images of 12 x 12, four in a row. */
  weights: HeatmapView
}

const size = 12
const unitsShown = 12
const range = [-3, 3] as const

const optimizers = { sgd, momentum, adam }

const need = { train: trainingImages, test: testImages, size }

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from, images }) {
    const sets = seeds.map((seed) => digitsOf(images, seed, need))
    const training = sets.map(({ train }) => train)
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(config.depth).fill(width),
      outputs: 10,
      activation: variant,
      kernelInitializer: scaledInitializer(initializerOf(config, variant), config.weightScale),
      seeds,
    })
    const trainer = createTrainer({
      model,
      optimizer: optimizers[config.optimizer](config.learningRate),
      loss: 'softmaxCrossEntropy',
      sets: training,
      orders: seeds.map((seed) => random(seed).split('order')),
      batchSize,
      prepare: (x) => standardisedBy(sets[0]!, x),
      from,
    })
    const seen = batchTensors(firstRows(training, lossImages))
    const held = batchTensors(firstRows(sets.map(({ test }) => test)))

    const frame = (step: number) => ({
      step,
      epoch: (step * batchSize) / trainingImages,
      measure: async () => {
        const { loss } = evaluate(model, 'softmaxCrossEntropy', seen)
        const test = evaluate(model, 'softmaxCrossEntropy', held)
        return { loss, testAccuracy: test.accuracy }
      },
      view: async (): Promise<View> => {
        const [kernel, ...hidden] = read(() => [
          tf.transpose(tf.slice(model.layers[0]!.kernel, 0, 1), [0, 2, 1]),
          ...model
            .trace(tf.slice(held.x, 0, [1, 200, size * size]), { replica: 0 })
            .slice(0, -1)
            .map(({ a }) => a),
        ])
        return {
          activations: {
            range,
            layers: hidden.map((values, i) => histogram(`layer ${i + 1}`, values, range)),
          },
          weights: mosaic(
            Array.from({ length: unitsShown }, (_, unit) => image(kernel!, unit)),
            { size, columns: 4, limit: 0.5 },
          ),
        }
      },
    })

    try {
      yield* trainer.frames(setup.steps(config), frame, (optimizer) => {
        optimizer.learningRate = config.learningRate
      })
    } finally {
      tf.dispose([seen.x, seen.y, held.x, held.y])
    }
  },
})

/** "Matched": what the activation's theory asks for. Draws differ by a factor only. */
function initializerOf(
  { initializer }: ConfigOf<typeof setup>,
  variant: VariantOf<typeof setup>,
): Initializer {
  const saturates = variant === 'sigmoid' || variant === 'tanh'
  const xavier = initializer === 'xavier' || (initializer === 'matched' && saturates)
  return xavier ? glorotNormal() : heNormal()
}

const image = (kernel: Float32Array, unit: number) =>
  kernel.subarray(unit * size * size, (unit + 1) * size * size)
