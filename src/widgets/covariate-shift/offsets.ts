/** The shift that is put in after normalization: a new number for each hidden unit at every step. */
import { random } from '../../nn/random.ts'
import * as tf from '../../nn/tf.ts'
import { hiddenLayers, width } from './config.ts'

/**
 * For the update that follows `step` others: one tensor for each hidden layer, `[seeds, 1, units]`, of numbers that
 * are uniform between -most() and most(). All images of a batch get the same. The draws depend on the seed and the
 * step alone, so every replay gets them again. The caller frees them.
 * @param most asked at each step: readers may have changed it.
 */
export function offsetsAt(seeds: readonly number[], most: () => number): (step: number) => tf.Tensor3D[] {
  const ofSeeds = seeds.map((seed) => random(seed).split('shift'))
  return (step) => {
    const draws = ofSeeds.map((own) => own.split(`step ${step}`))
    const limit = most()
    return Array.from({ length: hiddenLayers }, () => {
      const values = new Float32Array(seeds.length * width)
      draws.forEach((draw, seed) => {
        for (let unit = 0; unit < width; unit++) values[seed * width + unit] = draw.uniform(-limit, limit)
      })
      return tf.tensor3d(values, [seeds.length, 1, width])
    })
  }
}
