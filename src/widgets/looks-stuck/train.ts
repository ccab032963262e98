/** One ReLU network from weights that are too small, on two moons: a long flat loss, then a fall. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { MomentView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { momentum } from '../../nn/optimizers/momentum.ts'
import { beliefs, planarGrid, planarSets } from '../../nn/planarGrid.ts'
import { random } from '../../nn/random.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { createTrainer } from '../../nn/trainer.ts'
import setup, { batchSize, depth, noise, points, width } from './config.ts'

export default defineExperiment({
  setup,
  async *train({ config, seeds, from }) {
    const { train, test } = planarSets(seeds, { data: 'moons', noise, count: points })
    const model = mlp({
      inputs: 2,
      hidden: Array<number>(depth).fill(width),
      outputs: 1,
      activation: 'relu',
      kernelInitializer: scaledInitializer(heNormal(), 1 / config.smaller),
      seeds,
    })
    const trainer = createTrainer({
      model,
      optimizer: momentum(config.learningRate),
      loss: 'sigmoidCrossEntropy',
      sets: train,
      orders: seeds.map((seed) => random(seed).split('order')),
      batchSize,
      from,
    })
    const [all, held] = [batchTensors(firstRows(train)), batchTensors(firstRows(test))]
    const grid = planarGrid()
    const accuracy = () => evaluate(model, 'sigmoidCrossEntropy', held).accuracy

    const frame = (step: number) => {
      const epoch = (step * batchSize) / points
      return {
        step,
        epoch,
        measure: async () => ({
          loss: evaluate(model, 'sigmoidCrossEntropy', all).loss,
          accuracy: accuracy(),
        }),
        view: async (): Promise<MomentView> => {
          const [probability] = read(() => [tf.sigmoid(model.apply(grid, { replica: 0 }))])
          return { epoch, right: accuracy()[0]!, boundary: beliefs(probability!, train[0]!) }
        },
      }
    }

    try {
      yield* trainer.frames(setup.steps(config), frame, (optimizer) => {
        optimizer.learningRate = config.learningRate
      })
    } finally {
      tf.dispose([all.x, all.y, held.x, held.y, grid])
    }
  },
})
