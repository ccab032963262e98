/** One small convolutional network with Max-Feature-Map, and two with ReLU: with as many parameters, and with as many maps. */
import { defineExperiment } from '../../lab/experiment.ts'
import { maxFeatureMap } from '../../nn/activations/maxFeatureMap.ts'
import { relu } from '../../nn/activations/relu.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { cnn, type Cnn } from '../../nn/layers/cnn.ts'
import { conv2d } from '../../nn/layers/maps/conv2d.ts'
import { maxPooling2d } from '../../nn/layers/maps/pooling2d.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, filters, mapsShown, rowShown, size, testImages } from './config.ts'

/** What the first layer of the first seed's network makes of one test image. */
export interface View {
  /** The sums of filter k before the activation, `[map, size, size]`; of MFM a second list, those of filter k + n. */
  sums: Float32Array[]
  /** What leaves the layer, `[map, size, size]`. */
  maps: Float32Array
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const activation = variant === 'mfm' ? maxFeatureMap() : relu()
    const [first, second] = filters[variant].map((count) =>
      conv2d({ filters: count, kernelSize: 3, activation }),
    )
    const model = cnn({
      input: [size, size, 1],
      layers: [first!, maxPooling2d(), second!, maxPooling2d()],
      outputs: 10,
      kernelInitializer: scaledInitializer(heNormal(), config.scale),
      seeds,
    })
    yield* learnDigits(context, {
      need: { train: config.images, test: testImages, size },
      model,
      optimizer: adam(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: ({ seen, held }) => ({
        testError: evaluate(model, 'softmaxCrossEntropy', held).accuracy.map((share) => 1 - share),
        loss: evaluate(model, 'softmaxCrossEntropy', seen).loss,
      }),
      view: ({ held }) => firstLayer(model, tf.slice(held.x, [0, rowShown, 0], [1, 1, -1])),
    })
  },
})

/** The maps from `from` on, `[1, map, size, size]`. */
const shown = (all: tf.Tensor, from: number) =>
  tf.transpose(tf.slice(all, [0, 0, 0, from], [1, size, size, mapsShown]), [0, 3, 1, 2])

/** Frees `x`. */
function firstLayer(model: Cnn, x: tf.Tensor): View {
  const layer = model.replicas[0]!.layers[0]!
  const [kernel, bias] = layer.params as [tf.Variable<tf.Rank.R4>, tf.Variable]
  const pieces = kernel.shape[3] / layer.output[2]
  const [maps, ...sums] = read(() => {
    const z = tf.add(tf.conv2d(tf.reshape(x, [1, size, size, 1]) as tf.Tensor4D, kernel, 1, 'same'), bias)
    return [
      shown(model.maps(x)[0]!, 0),
      ...Array.from({ length: pieces }, (_, piece) => shown(z, piece * layer.output[2])),
    ]
  })
  x.dispose()
  return { maps: maps!, sums }
}
