/** Small convolutional networks that learn digits where they are, and are then shown the same digits elsewhere. */
import { defineExperiment } from '../../lab/experiment.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { shiftedCopies, shifts } from '../../nn/datasets/shifted.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { cnn } from '../../nn/layers/cnn.ts'
import { mapLayers } from '../../nn/layers/maps/mapLayers.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, outputs, reach, rowsShown, shifted, size, testImages } from './config.ts'
import { movedTest, placesWithin, writeMoved } from './moved.ts'
import { layersOf } from './networks.ts'

export interface View {
  /** Brightness of the images that can be dragged, `[images, size, size]`. */
  images: Float32Array
  /** Which digit each of them is. */
  labels: Uint8Array
  /** What the first seed's network says of each at each place, `[images, places, classes]`; see `placesWithin`. */
  probabilities: Float32Array
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, images } = context
    const need = { train: Number(config.images), test: testImages, size, pixels: config.pixels }
    const moves = Number(config.moved)
    const model = cnn({ input: [size, size, 1], layers: mapLayers(layersOf(variant)), outputs, seeds })

    /** Test images at each distance, made when they are first asked for. */
    let tests: ReturnType<typeof batchTensors>[] | undefined
    const makeTests = () => {
      const digits = seeds.map((seed) => digitsOf(images, seed, need))
      return shifted.map(({ by }) => batchTensors(firstRows(digits.map((each) => movedTest(each, by)))))
    }
    let shown: ReturnType<typeof draggable> | undefined
    const draggable = () => {
      const digits = digitsOf(images, seeds[0]!, need)
      const places = placesWithin(reach)
      const area = size * size
      const x = new Float32Array(rowsShown.length * places.length * area)
      const ink = new Float32Array(rowsShown.length * area)
      rowsShown.forEach((row, i) => {
        places.forEach((move, j) =>
          writeMoved(digits.test, row, digits, move, x, (i * places.length + j) * area),
        )
        for (let pixel = 0; pixel < area; pixel++)
          ink[i * area + pixel] = digits.test.x[row * area + pixel]! * digits.std + digits.mean[pixel]!
      })
      const labels = Uint8Array.from(rowsShown, (row) => digits.test.y[row]!)
      return { x: tf.tensor3d(x, [1, rowsShown.length * places.length, area]), ink, labels }
    }

    try {
      yield* learnDigits(context, {
        need,
        learns: (digits) => (moves > 0 ? shiftedCopies(digits, moves) : digits.train),
        versions: shifts(moves).length,
        model,
        optimizer: adam(config.learningRate),
        batchSize,
        steps: setup.steps(config),
        learningRate: () => config.learningRate,
        measure: ({ seen }) => {
          tests ??= makeTests()
          const [error0, error1, error2, error3] = tests.map((test) =>
            evaluate(model, 'softmaxCrossEntropy', test).accuracy.map((right) => 1 - right),
          ) as [Float32Array, Float32Array, Float32Array, Float32Array]
          return { error0, error1, error2, error3, loss: evaluate(model, 'softmaxCrossEntropy', seen).loss }
        },
        view: (): View => {
          shown ??= draggable()
          const { x, ink, labels } = shown
          const [probabilities] = read(() => [tf.softmax(model.apply(x, { replica: 0 }))])
          return { images: ink.slice(), labels: labels.slice(), probabilities: probabilities!.slice() }
        },
      })
    } finally {
      tf.dispose([shown?.x, tests?.map(({ x, y }) => [x, y])])
    }
  },
})
