/** The same network three times, on points in the plane; only the activation of its hidden layers differs. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { BoundaryView, HeatmapView, HistogramsView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { beliefs, planarGrid, planarSets } from '../../nn/planarGrid.ts'
import { random } from '../../nn/random.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { createTrainer } from '../../nn/trainer.ts'
import setup, { points } from './config.ts'

export interface View {
  boundary: BoundaryView
  /** Activations of the hidden layers over the training points. */
  activations: HistogramsView
  /** From the first hidden layer (rows) to the second, or from the inputs to the first if there is only one. */
  weights: HeatmapView
}

const range = [-3, 3] as const

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from }) {
    const { train, test } = planarSets(seeds, { ...config, count: points })
    const model = mlp({
      inputs: 2,
      hidden: Array<number>(config.depth).fill(config.units),
      outputs: 1,
      activation: variant,
      kernelInitializer: heNormal(),
      seeds,
    })
    const trainer = createTrainer({
      model,
      optimizer: adam(config.learningRate),
      loss: 'sigmoidCrossEntropy',
      sets: train,
      orders: seeds.map((seed) => random(seed).split('order')),
      batchSize: config.batchSize,
      from,
    })
    const [all, held] = [batchTensors(firstRows(train)), batchTensors(firstRows(test))]
    const grid = planarGrid()

    const frame = (step: number) => ({
      step,
      epoch: Math.min((step * config.batchSize) / points, config.epochs),
      measure: async () => {
        const { loss } = evaluate(model, 'sigmoidCrossEntropy', all)
        const unseen = evaluate(model, 'sigmoidCrossEntropy', held)
        return { loss, testLoss: unseen.loss, accuracy: unseen.accuracy }
      },
      view: async (): Promise<View> => {
        const first = config.depth > 1 ? 1 : 0
        const [probability, weights, ...hidden] = read(() => [
          tf.sigmoid(model.apply(grid, { replica: 0 })),
          tf.slice(model.layers[first]!.kernel, 0, 1),
          ...model
            .trace(tf.slice(all.x, 0, 1), { replica: 0 })
            .slice(0, -1)
            .map(({ a }) => a),
        ])
        return {
          boundary: beliefs(probability!, train[0]!),
          activations: histograms(hidden, range),
          weights: {
            values: weights!,
            rows: first ? config.units : 2,
            columns: config.units,
            signed: true,
            limit: 2,
          },
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
