/**
 * Two hidden layers of maxout units with two pieces each (over channels, a max-feature-map) against ReLU networks with
 * as many weights, on 500 digits.
 */
import type { Activation } from '../../nn/activations/activation.ts'
import { activation } from '../../nn/activations/catalogue.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digits } from '../../nn/datasets/digits.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { accuracy } from '../../nn/metrics.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { createTrainer } from '../../nn/trainer.ts'
import type { Trial } from './trial.ts'

const seeds = [0, 1, 2, 3, 4]

/** Test accuracy of each seed after 600 steps, and the number of parameters of one network. */
export function trained(how: Activation, width: number): { parameters: number; accuracies: number[] } {
  const sets = seeds.map((seed) => digits(random(seed).split('data'), { train: 500, test: 500, size: 12 }))
  const model = mlp({
    inputs: 144,
    hidden: [width, width],
    outputs: 10,
    activation: how,
    kernelInitializer: heNormal(),
    seeds,
  })
  const trainer = createTrainer({
    model,
    optimizer: adam(0.002),
    loss: 'softmaxCrossEntropy',
    sets: sets.map(({ train }) => train),
    orders: seeds.map((seed) => random(seed).split('order')),
    batchSize: 50,
  })
  trainer.advance(600)
  const held = batchTensors(firstRows(sets.map(({ test }) => test)))
  const [accuracies] = read(() => [accuracy(held.y, model.apply(held.x))])
  const parameters = model.params.reduce((sum, param) => sum + param.size, 0) / seeds.length
  trainer.dispose()
  tf.dispose([held.x, held.y])
  return { parameters, accuracies: Array.from(accuracies!) }
}

export const maxFeatureMaps = () => trained(activation('maxout', { pieces: 2 }), 64)
export const matchedRelu = () => trained(activation('relu'), 105)

export default {
  what: 'test accuracy of a network with max-feature-maps, and of one with ReLU and as many weights',
  format: 'percent',
  measure: () => ({ maxFeatureMap: maxFeatureMaps().accuracies, relu: matchedRelu().accuracies }),
} satisfies Trial
