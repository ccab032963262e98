/**
 * What happens on the way up through untrained layers. Ten layers of 100 units on 100 inputs from N(0, 1), the
 * networks of the gradient thermometer.
 */
import type { ActivationName } from '../../nn/activations/scalar.ts'
import { heNormal, normal, type Initializer } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import type { Trial } from './trial.ts'

export const seeds = [0, 1, 2, 3, 4]
const [batch, width, depth] = [100, 100, 10]

/** A layer's pre-activations and activations `[seeds, batch, units]`. */
export interface Layer {
  z: tf.Tensor
  a: tf.Tensor
}

/** A number per layer and seed. */
export function measureLayers(
  name: ActivationName,
  kernelInitializer: Initializer,
  of: (layer: Layer) => tf.Tensor,
): number[][] {
  const model = mlp({
    inputs: width,
    hidden: Array<number>(depth).fill(width),
    outputs: 1,
    activation: name,
    kernelInitializer,
    seeds,
  })
  const values = seeds.flatMap((seed) => {
    const r = random(seed).split('data')
    return Array.from({ length: batch * width }, () => r.normal())
  })
  const layers = read(() => {
    const x = tf.tensor3d(values, [seeds.length, batch, width])
    return model.trace(x).slice(0, depth).map(of)
  })
  model.dispose()
  return layers.map((layer) => Array.from(layer))
}

/** Tanh with weights from N(0, 1): the mean over layers 2 to 10, for layer 1 sees inputs that are not activations. */
export function saturated(of: (layer: Layer) => tf.Tensor): number[] {
  const layers = measureLayers('tanh', normal(1), of).slice(1)
  return seeds.map((_, seed) => layers.reduce((sum, layer) => sum + layer[seed]!, 0) / layers.length)
}

/** Mean activation of the fifth layer, with He weights. */
export const fifthLayer = (name: ActivationName): number[] =>
  measureLayers(name, heNormal(), ({ a }) => tf.mean(a, [1, 2]))[4]!

export default {
  what: 'mean activation of the fifth layer; mean squared slope and mean square of saturated tanh units',
  format: 'number',
  quick: true,
  measure: () => ({
    relu: fifthLayer('relu'),
    leakyRelu: fifthLayer('leakyRelu'),
    elu: fifthLayer('elu'),
    squaredSlope: saturated(({ a }) => tf.mean(tf.square(tf.sub(1, tf.square(a))), [1, 2])),
    squaredActivation: saturated(({ a }) => tf.mean(tf.square(a), [1, 2])),
  }),
} satisfies Trial
