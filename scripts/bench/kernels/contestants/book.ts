/** The book's own models on wasm, through its layers, optimizer and trainer, as a figure uses them. */
import { mlp } from '../../../../src/nn/layers/mlp.ts'
import { softmaxCrossEntropy } from '../../../../src/nn/losses.ts'
import { adam } from '../../../../src/nn/optimizers/adam.ts'
import { random } from '../../../../src/nn/random.ts'
import * as tf from '../../../../src/nn/tf.ts'
import { createTrainer } from '../../../../src/nn/trainer.ts'
import { repeat, type Contestant } from '../contestant.ts'
import { learningRate, rowsOf, type CnnWorkload, type DenseWorkload, type Workload } from '../workloads.ts'
import { cnnModel } from './cnnModel.ts'

/** Updates asked of the trainer at once: a figure at its fastest speed asks for no fewer. */
const atOnce = 40

function dense({ sizes, activations, seeds, ...workload }: DenseWorkload): Contestant {
  const sets = seeds.map((seed) => rowsOf({ sizes, activations, seeds, ...workload }, seed))
  const x = tf.tensor3d(Float32Array.from(sets.flatMap((set) => [...set.x])), [
    seeds.length,
    workload.batch,
    sizes[0]!,
  ])
  const variants = activations.map((activation) => {
    const model = mlp({
      inputs: sizes[0]!,
      hidden: sizes.slice(1, -1),
      outputs: sizes.at(-1)!,
      activation,
      seeds,
    })
    const trainer = createTrainer({
      model,
      optimizer: adam(learningRate),
      loss: sizes.at(-1) === 1 ? 'sigmoidCrossEntropy' : 'softmaxCrossEntropy',
      sets,
      orders: seeds.map((seed) => random(seed).split('order')),
      batchSize: workload.batch,
    })
    return { model, trainer }
  })
  return {
    train(count) {
      for (let left = count; left > 0; left -= atOnce)
        for (const { trainer } of variants) trainer.advance(Math.min(atOnce, left))
    },
    logits: () => tf.tidy(() => concat(variants.map(({ model }) => model.apply(x)))),
  }
}

function cnn(workload: CnnWorkload): Contestant {
  const { x, y, params, apply } = cnnModel(workload)
  const optimizer = adam(learningRate)
  return {
    train: repeat(() => tf.dispose(optimizer.minimize(() => softmaxCrossEntropy(y, apply(x)), params))),
    logits: () => tf.tidy(() => concat([apply(x)])),
  }
}

const concat = (tensors: tf.Tensor[]) =>
  tf.concat(tensors.map((tensor) => tf.reshape(tensor, [-1]))).dataSync() as Float32Array

export const book = (workload: Workload): Contestant =>
  workload.kind === 'cnn' ? cnn(workload) : dense(workload)
