/** The same small convolutional network on few digits: without pooling, with strides, and with three kinds of pooling. */
import { defineExperiment } from '../../lab/experiment.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { cnn } from '../../nn/layers/cnn.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, testImages } from './config.ts'
import { mapLayers } from '../../nn/layers/maps/mapLayers.ts'
import { layersOf, outputs, size } from './networks.ts'

export interface View {
  /** What goes into the dense layer, of one test image: the last maps, side by side. */
  maps: HeatmapView
}

/** A 3, the fourth of the test images. */
const imageShown = 3
const mapsPerRow = 4
/** The greatest activation that is drawn in its own colour. */
const limit = 3

const wrong = (right: Float32Array) => right.map((share) => 1 - share)

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = cnn({
      input: [size, size, 1],
      layers: mapLayers(layersOf(variant, config.head)),
      outputs,
      seeds,
    })
    const lastMaps = (x: tf.Tensor): HeatmapView => {
      const [maps] = read(() => {
        const last = model.maps(tf.slice(x, [0, imageShown, 0], [1, 1, -1])).at(-1)!
        return [tf.transpose(last, [3, 0, 1, 2])]
      })
      const [side, , count] = model.replicas[0]!.layers.at(-1)!.output
      const pictures = Array.from({ length: count }, (_, i) =>
        maps!.subarray(i * side * side, (i + 1) * side * side),
      )
      return { ...mosaic(pictures, { size: side, columns: mapsPerRow, limit }), signed: false }
    }
    yield* learnDigits(context, {
      need: { train: Number(config.images), test: testImages, size, pixels: config.pixels },
      model,
      optimizer: adam(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: ({ seen, held }) => {
        const training = evaluate(model, 'softmaxCrossEntropy', seen)
        const test = evaluate(model, 'softmaxCrossEntropy', held)
        return {
          testError: wrong(test.accuracy),
          trainingError: wrong(training.accuracy),
          loss: training.loss,
        }
      },
      view: ({ held }): View => ({ maps: lastMaps(held.x) }),
    })
  },
})
