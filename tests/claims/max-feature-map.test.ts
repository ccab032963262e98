/**
 * The trial that the chapter mentions beside its figures: two hidden layers of maxout units with two pieces each (over
 * channels, a max-feature-map) against ReLU networks, on 500 digits.
 */
import { expect, it } from 'vitest'
import type { Activation } from '../../src/nn/activations/activation.ts'
import { activation } from '../../src/nn/activations/catalogue.ts'
import { batches, firstRows } from '../../src/nn/datasets/batches.ts'
import { digits } from '../../src/nn/datasets/digits.ts'
import { engine } from '../../src/nn/engine.ts'
import { heNormal } from '../../src/nn/initializers.ts'
import { mlp } from '../../src/nn/layers/mlp.ts'
import { softmaxCrossEntropy } from '../../src/nn/losses.ts'
import { accuracy } from '../../src/nn/metrics.ts'
import { adam } from '../../src/nn/optimizers/adam.ts'
import { random } from '../../src/nn/random.ts'
import { batchTensors, read } from '../../src/nn/tensors.ts'
import * as tf from '../../src/nn/tf.ts'
import { summary } from '../runExperiment.ts'
import { agreement } from './chapter.ts'

const seeds = [0, 1, 2, 3, 4]
const sets = seeds.map((seed) => digits(random(seed).split('data'), { train: 500, test: 500, size: 12 }))

/** Test accuracy of each seed after 600 steps, and the number of parameters of one network. */
function trained(how: Activation, width: number): { parameters: number; accuracies: number[] } {
  const training = sets.map(({ train }) => train)
  const next = batches(
    training,
    seeds.map((seed) => random(seed).split('order')),
    50,
  )
  const model = mlp({
    inputs: 144,
    hidden: [width, width],
    outputs: 10,
    activation: how,
    kernelInitializer: heNormal(),
    seeds,
  })
  const optimizer = adam(0.002)
  for (let step = 0; step < 600; step++) {
    const batch = batchTensors(next())
    const loss = optimizer.minimize(() => softmaxCrossEntropy(batch.y, model.apply(batch.x)), model.params)
    tf.dispose([batch.x, batch.y, loss])
  }
  const held = batchTensors(firstRows(sets.map(({ test }) => test)))
  const [accuracies] = read(() => [accuracy(held.y, model.apply(held.x))])
  const parameters = model.params.reduce((sum, param) => sum + param.size, 0) / seeds.length
  model.dispose()
  optimizer.dispose()
  tf.dispose([held.x, held.y])
  return { parameters, accuracies: Array.from(accuracies!) }
}

it('a max-feature-map cannot be told from a ReLU network with as many parameters', async () => {
  await engine.use('wasm')
  const maps = trained(activation('maxout', { pieces: 2 }), 64)
  const matched = trained(activation('relu'), 105)
  console.log(`test accuracy, MFM of 64, ${maps.parameters} parameters: ${summary(maps.accuracies)}`)
  console.log(`test accuracy, ReLU of 105, ${matched.parameters} parameters: ${summary(matched.accuracies)}`)
  expect(Math.abs(maps.parameters / matched.parameters - 1)).toBeLessThan(0.01)
  const differences = maps.accuracies.map((value, seed) => value - matched.accuracies[seed]!)
  console.log(`MFM - ReLU, seed by seed: ${differences.map((each) => each.toFixed(3)).join(', ')}`)
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (differences.length - 1)
  // Student's t for five pairs: beyond 2.78 in one trial of twenty where there is no difference.
  expect(Math.abs(mean) / Math.sqrt(variance / differences.length)).toBeLessThan(2.78)
  const percent = (values: readonly number[]) => values.map((value) => 100 * value)
  const claims: [string, number[]][] = [
    ['Such a network with MFM got {} ± {}% of the test images right', percent(maps.accuracies)],
    ['one with ReLU and as many weights {} ± {}%', percent(matched.accuracies)],
  ]
  for (const [says, values] of claims) expect(agreement({ what: says, says, values })).toBe('holds')
})
