/** The same ReLU network on points in the plane, three times; only the size of its starting weights differs. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import type { BoundaryView, HeatmapView, HistogramsView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import type { Mlp } from '../../nn/layers/mlp.ts'
import { beliefs, planarGrid, planarSets } from '../../nn/planarGrid.ts'
import { optimizers } from '../../nn/optimizers/catalogue.ts'
import { random } from '../../nn/random.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { createTrainer } from '../../nn/trainer.ts'
import setup, { batchSize, noise, points, shownLayer, width } from './config.ts'

export interface View {
  boundary: BoundaryView
  /** Of each hidden layer over the training points: what arrives at its ReLUs. */
  preActivations: HistogramsView
  /** Into the third hidden layer, a row for each unit of the second. */
  weights: HeatmapView
}

const range = [-3, 3] as const
export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from }) {
    const { train, test } = planarSets(seeds, { data: config.data, noise, count: points })
    const model = mlp({
      inputs: 2,
      hidden: Array<number>(config.depth).fill(width),
      outputs: 1,
      activation: 'relu',
      kernelInitializer: scaledInitializer(heNormal(), sizeOf(config, variant)),
      seeds,
    })
    const trainer = createTrainer({
      model,
      optimizer: optimizers[config.optimizer](config.learningRate),
      loss: 'sigmoidCrossEntropy',
      sets: train,
      orders: seeds.map((seed) => random(seed).split('order')),
      batchSize,
      from,
    })
    const [all, held] = [batchTensors(firstRows(train)), batchTensors(firstRows(test))]
    const grid = planarGrid()

    const frame = (step: number) => ({
      step,
      epoch: (step * batchSize) / points,
      measure: async () => ({
        loss: evaluate(model, 'sigmoidCrossEntropy', all).loss,
        accuracy: evaluate(model, 'sigmoidCrossEntropy', held).accuracy,
        deadLayers: deadLayers(model, all.x),
      }),
      view: async (): Promise<View> => {
        const [probability, weights, ...arriving] = read(() => [
          tf.sigmoid(model.apply(grid, { replica: 0 })),
          tf.slice(model.layers[shownLayer - 1]!.kernel, 0, 1),
          ...model
            .trace(tf.slice(all.x, 0, 1), { replica: 0 })
            .slice(0, -1)
            .map(({ z }) => z),
        ])
        return {
          boundary: beliefs(probability!, train[0]!),
          preActivations: histograms(arriving, range),
          weights: { values: weights!, rows: width, columns: width, signed: true, limit: 1.2 },
        }
      },
    })

    try {
      yield* trainer.frames(setup.steps(config), frame, (optimizer) => {
        optimizer.learningRate = config.learningRate
      })
    } finally {
      tf.dispose([all.x, all.y, held.x, held.y, grid])
    }
  },
})

/** The standard deviation of the starting weights, in that of He. */
function sizeOf({ smaller, larger }: ConfigOf<typeof setup>, variant: VariantOf<typeof setup>): number {
  return { small: 1 / smaller, he: 1, large: larger }[variant]
}

/**
 * Hidden layers that are 0 for every one of the points: no gradient passes such a layer, and nothing below it can
 * bring it back.
 * @param x `[seeds, points, 2]`. @returns how many there are, one number per seed.
 */
const deadLayers = (model: Mlp, x: tf.Tensor): Float32Array =>
  read(() => [
    tf.addN(
      model
        .trace(x)
        .slice(0, -1)
        .map(({ a }) => tf.cast(tf.equal(tf.max(a, [1, 2]), 0), 'float32')),
    ),
  ])[0]!
