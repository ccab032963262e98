/** The networks of all seeds, built layer by layer. */
import type { Initializer } from '../../initializers.ts'
import type { Random } from '../../random.ts'
import * as tf from '../../tf.ts'
import type { CnnOptions, Replica } from '../cnn.ts'
import type { BuiltLayer } from './mapLayer.ts'

interface ReplicasOptions extends Pick<CnnOptions, 'input' | 'layers' | 'outputs'> {
  kernelInitializer: Initializer
  /** One generator per seed. */
  randoms: readonly Random[]
}

/** @throws where a layer does not fit the one before it; nothing is left behind then. */
export function replicas({ input, layers, outputs, kernelInitializer, randoms }: ReplicasOptions): Replica[] {
  const made: tf.Variable[] = []
  const kept = <V extends tf.Variable>(variable: V): V => (made.push(variable), variable)

  const oneOf = (random: Random): Replica => {
    // Layers are counted by what they learn: a pooling layer more or less changes no weights.
    let learning = 0
    let shape = input
    const built = layers.map((layer): BuiltLayer => {
      const own = layer.build({ input: shape, kernelInitializer, random: random.split(`layer ${learning}`) })
      made.push(...own.params)
      if (own.params.length > 0) learning++
      shape = own.output
      return own
    })
    const features = shape[0] * shape[1] * shape[2]
    const values = kernelInitializer.draw(random.split('output'), features * outputs, features, outputs)
    const kernel = kept(tf.tidy(() => tf.variable(tf.tensor2d(values, [features, outputs]))))
    const bias = kept(tf.tidy(() => tf.variable(tf.zeros([1, outputs]))))
    return { layers: built, kernel, bias }
  }
  try {
    return randoms.map(oneOf)
  } catch (error) {
    tf.dispose(made)
    throw error
  }
}
