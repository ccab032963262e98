/** The same deep, narrow network on digits, once for each activation. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { batches, firstRows } from '../../nn/datasets/batches.ts'
import { digits } from '../../nn/datasets/digits.ts'
import { remember } from '../../nn/datasets/remember.ts'
import { glorotNormal, heNormal } from '../../nn/initializers.ts'
import type { Initializer } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { accuracy } from '../../nn/metrics.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { momentum } from '../../nn/optimizers/momentum.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { random } from '../../nn/random.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
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

const data = remember(10, (seed: number) =>
  digits(random(seed).split('data'), { train: trainingImages, test: testImages, size }),
)
const optimizers = { sgd, momentum, adam }

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds }) {
    const sets = seeds.map((seed) => data(seed))
    const training = sets.map(({ train }) => train)
    const orders = seeds.map((seed) => random(seed).split('order'))
    const next = batches(training, orders, batchSize)
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(config.depth).fill(width),
      outputs: 10,
      activation: variant,
      kernelInitializer: scaledInitializer(initializerOf(config, variant), config.weightScale),
      seeds,
    })
    const optimizer = optimizers[config.optimizer](config.learningRate)
    const seen = batchTensors(firstRows(training, lossImages))
    const held = batchTensors(firstRows(sets.map(({ test }) => test)))

    const frame = (step: number) => ({
      step,
      epoch: (step * batchSize) / trainingImages,
      measure: async () => {
        const [loss, testAccuracy] = read(() => [
          softmaxCrossEntropy(seen.y, model.apply(seen.x)),
          accuracy(held.y, model.apply(held.x)),
        ]) as [Float32Array, Float32Array]
        return { loss, testAccuracy }
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
      yield frame(0)
      for (let step = 1; step <= setup.steps(config); step++) {
        const batch = batchTensors(next())
        const loss = optimizer.minimize(
          () => softmaxCrossEntropy(batch.y, model.apply(batch.x)),
          model.params,
        )
        tf.dispose([batch.x, batch.y, loss])
        yield frame(step)
      }
    } finally {
      model.dispose()
      optimizer.dispose()
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
