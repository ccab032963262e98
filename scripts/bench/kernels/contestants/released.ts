/**
 * tfjs-wasm as it is released: the same models, none of the book's kernels, tfjs's own Adam. It cannot train a
 * convolutional network: its wasm backend has no gradient by a convolution's filter.
 */
import { mlp } from '../../../../src/nn/layers/mlp.ts'
import { sigmoidCrossEntropy, softmaxCrossEntropy } from '../../../../src/nn/losses.ts'
import * as tf from '../../../../src/nn/tf.ts'
import { repeat, type Contestant } from '../contestant.ts'
import { learningRate, rowsOf, type Workload } from '../workloads.ts'

export function released(workload: Workload): Contestant | null {
  if (workload.kind === 'cnn') return null
  const { sizes, activations, seeds, batch } = workload
  const sets = seeds.map((seed) => rowsOf(workload, seed))
  const x = tf.tensor3d(Float32Array.from(sets.flatMap((set) => [...set.x])), [
    seeds.length,
    batch,
    sizes[0]!,
  ])
  // Probabilities, because its oneHot on wasm writes whole numbers where floats are asked for.
  const outputs = sizes.at(-1)!
  const target = (label: number) =>
    outputs === 1 ? [label] : Array.from({ length: outputs }, (_, i) => Number(i === label))
  const y = tf.tensor3d(
    sets.flatMap((set) => [...set.y].flatMap(target)),
    [seeds.length, batch, outputs],
  )
  const loss = sizes.at(-1) === 1 ? sigmoidCrossEntropy : softmaxCrossEntropy
  const variants = activations.map((activation) => ({
    model: mlp({
      inputs: sizes[0]!,
      hidden: sizes.slice(1, -1),
      outputs: sizes.at(-1)!,
      activation,
      seeds,
    }),
    optimizer: tf.train.adam(learningRate),
  }))
  return {
    train: repeat(() => {
      for (const { model, optimizer } of variants)
        optimizer.minimize(() => tf.sum(loss(y, model.apply(x))) as tf.Scalar, false, [...model.params])
    }),
    logits: () =>
      tf.tidy(() =>
        tf.concat(variants.map(({ model }) => tf.reshape(model.apply(x), [-1]))).dataSync(),
      ) as Float32Array,
  }
}
