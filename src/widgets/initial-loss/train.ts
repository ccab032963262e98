/** A ReLU network on digits, from starting weights of four sizes: what it says before it has learned anything. */
import { defineExperiment } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { glorotNormal, heNormal, normal, type Initializer } from '../../nn/initializers.ts'
import { mlp, type Mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy, type Looked } from '../../nn/learnDigits.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, classes, lossImages, testImages, trainingImages, width } from './config.ts'

export interface View {
  /** Probabilities for 20 training images, a row each, two of each digit in the order of the digits. */
  answers: HeatmapView
  /** Over the training images whose loss is measured: the probability of the right digit, and the largest one. */
  probabilities: HistogramsView
}

const size = 12
const imagesPerDigit = 2

const initializers = { standard: normal(1), small: normal(0.01), xavier: glorotNormal(), he: heNormal() }

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(config.depth).fill(width),
      outputs: classes,
      activation: 'relu',
      kernelInitializer: start(initializers[variant], config),
      seeds,
    })
    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      seen: lossImages,
      model,
      optimizer: sgd(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      clock: 'step',
      learningRate: () => config.learningRate,
      measure: (looked) => lossAndTestAccuracy(model, looked),
      view: ({ seen }): View => look(model, seen),
    })
  },
})

/** The output layer is the one with as many outputs as there are classes: no hidden layer has so few. */
function start(
  initializer: Initializer,
  { weightScale, outputScale }: { weightScale: number; outputScale: number },
): Initializer {
  const hidden = scaledInitializer(initializer, weightScale)
  const output = scaledInitializer(hidden, outputScale)
  const of = (fanOut: number) => (fanOut === classes ? output : hidden)
  return {
    name: hidden.name,
    std: (fanIn, fanOut) => of(fanOut).std(fanIn, fanOut),
    draw: (random, count, fanIn, fanOut) => of(fanOut).draw(random, count, fanIn, fanOut),
  }
}

/** What the first seed's network believes of the images in `seen`. */
function look(model: Mlp, { x, y }: Looked['seen']): View {
  const [flat, truth] = read(() => [
    tf.softmax(model.apply(tf.slice(x, 0, [1, -1, -1]), { replica: 0 })),
    tf.slice(y, 0, [1, -1]),
  ]) as [Float32Array, Float32Array]
  const probabilities = (image: number) => flat.subarray(image * classes, (image + 1) * classes)
  const images = Array.from(truth.keys())
  const shown = Array.from({ length: classes }, (_, digit) =>
    images.filter((image) => truth[image] === digit).slice(0, imagesPerDigit),
  ).flat()
  const values = new Float32Array(shown.length * classes)
  shown.forEach((image, row) => values.set(probabilities(image), row * classes))
  const range = [0, 1] as const
  return {
    answers: { values, rows: shown.length, columns: classes, signed: false, limit: 1 },
    probabilities: {
      range,
      layers: [
        histogram(
          'right',
          images.map((image) => probabilities(image)[truth[image]!]!),
          range,
          20,
        ),
        histogram(
          'largest',
          images.map((image) => Math.max(...probabilities(image))),
          range,
          20,
        ),
      ],
    },
  }
}
