/** Two hidden layers on digits, trained with a learning rate that kills ReLUs and with one that does not. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digitsOf, standardisedBy } from '../../nn/datasets/ownDigits.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { random } from '../../nn/random.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { createTrainer } from '../../nn/trainer.ts'
import setup, { batchSize, testImages, trainingImages, unitsPerRow } from './config.ts'

export interface View {
  /**
   * For each hidden layer a cell per unit: the share of 500 training images for which the unit's output is above 0.
   * A dead unit is 0.
   */
  activity: HeatmapView[]
  /** Activations of the hidden layers over the same images. */
  activations: HistogramsView
}

const range = [-1, 7] as const
const imagesShown = 500

const need = { train: trainingImages, test: testImages, size: 12 }

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from, images }) {
    const sets = seeds.map((seed) => digitsOf(images, seed, need))
    const training = sets.map(({ train }) => train)
    const model = mlp({
      inputs: 144,
      hidden: [config.units, config.units],
      outputs: 10,
      activation: variant === 'leakyHigh' ? 'leakyRelu' : 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const rate = () => (variant === 'reluLow' ? config.lowRate : config.highRate)
    const trainer = createTrainer({
      model,
      optimizer: sgd(rate()),
      loss: 'softmaxCrossEntropy',
      sets: training,
      orders: seeds.map((seed) => random(seed).split('order')),
      batchSize,
      prepare: (x) => standardisedBy(sets[0]!, x),
      from,
    })
    const all = batchTensors(firstRows(training))
    const held = batchTensors(firstRows(sets.map(({ test }) => test)))

    const frame = (step: number) => ({
      step,
      epoch: (step * batchSize) / trainingImages,
      measure: async () => {
        const [deadShare, loss] = read(() => {
          const layers = model.trace(all.x)
          const hidden = layers.slice(0, -1).map(({ a }) => a)
          return [deadUnits(hidden), softmaxCrossEntropy(all.y, layers.at(-1)!.a)]
        }) as [Float32Array, Float32Array]
        const test = evaluate(model, 'softmaxCrossEntropy', held)
        return { deadShare, loss, testAccuracy: test.accuracy }
      },
      view: async (): Promise<View> => {
        const hidden = read(() =>
          model
            .trace(tf.slice(all.x, 0, [1, imagesShown, 144]), { replica: 0 })
            .slice(0, -1)
            .map(({ a }) => a),
        )
        return {
          activity: hidden.map((values) => activity(values, config.units)),
          activations: {
            range,
            layers: hidden.map((values, i) => histogram(`layer ${i + 1}`, values, range)),
          },
        }
      },
    })

    try {
      yield* trainer.frames(setup.steps(config), frame, (optimizer) => {
        optimizer.learningRate = rate()
      })
    } finally {
      tf.dispose([all.x, all.y, held.x, held.y])
    }
  },
})

/**
 * Share of all hidden units whose output is 0 for every image: such a unit gets no gradient.
 * The sum over images is a product with ones, because wasm is slow at sums over a middle axis.
 * @param hidden activations of each layer, `[seeds, images, units]`.
 */
function deadUnits(hidden: readonly tf.Tensor[]): tf.Tensor {
  const [seeds, images] = hidden[0]!.shape as [number, number]
  const ones = tf.ones([seeds, 1, images])
  const totals = hidden.map((a) => tf.reshape(tf.matMul(ones, tf.abs(a)), [seeds, -1]))
  return tf.mean(tf.cast(tf.equal(tf.concat(totals, 1), 0), 'float32'), 1)
}

function activity(values: Float32Array, units: number): HeatmapView {
  const share = new Float32Array(units)
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) share[i % units]! += units / values.length
  return { values: share, rows: units / unitsPerRow, columns: unitsPerRow, signed: false, limit: 1 }
}
