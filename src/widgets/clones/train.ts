/** One hidden layer on digits, from starting weights that are all 0, all the same, nearly the same, or random. */
import { defineExperiment } from '../../lab/experiment.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { differentUnits } from '../../nn/differentUnits.ts'
import { mlp, type Mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy, type Looked } from '../../nn/learnDigits.ts'
import { incomingWeights } from '../../nn/looks.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { optimizers } from '../../nn/optimizers/catalogue.ts'
import setup, { batchSize, lossImages, testImages, tolerance, trainingImages } from './config.ts'
import { startingWeights } from './start.ts'

export interface View {
  /** The weights into each hidden unit, as images of 12 x 12, four in a row. */
  weights: HeatmapView
  /** Row: the digit of a test image. Column: the network's answer. Values: share of the digit's images. */
  answers: HeatmapView
}

const size = 12
const classes = 10

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const model = mlp({
      inputs: size * size,
      hidden: [config.units],
      outputs: classes,
      activation: config.activation,
      kernelInitializer: startingWeights(config, variant, size * size),
      seeds,
    })
    // Also of a run that goes on from a checkpoint: nothing is restored yet.
    const start = unitsOf(model)
    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      seen: lossImages,
      model,
      optimizer: optimizers[config.optimizer](config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: (looked) => {
        const units = unitsOf(model)
        const compared = units.map((of) => differentUnits(of, tolerance))
        return {
          ...lossAndTestAccuracy(model, looked),
          differentUnits: compared.map(({ groups }) => groups),
          spread: compared.map(({ spread }) => spread),
          moved: units.map((of, seed) => greatestChange(start[seed]!, of)),
        }
      },
      view: ({ held }): View => ({
        weights: mosaic(incomingWeights(model, config.units), { size, columns: 4, limit: 0.3 }),
        answers: answers(model, held),
      }),
    })
  },
})

/** Of each seed the weights and the bias of each hidden unit: `[inputs + 1]`. */
function unitsOf(model: Mlp): Float32Array[][] {
  const { kernel, bias } = model.layers[0]!
  const [flat] = read(() => [tf.transpose(tf.concat([kernel, bias], 1), [0, 2, 1])])
  const [seeds, inputs, units] = kernel.shape as [number, number, number]
  const length = inputs + 1
  const unit = (place: number) => flat!.subarray(place * length, (place + 1) * length)
  return Array.from({ length: seeds }, (_seed, seed) =>
    Array.from({ length: units }, (_unit, i) => unit(seed * units + i)),
  )
}

function greatestChange(before: readonly Float32Array[], after: readonly Float32Array[]): number {
  let most = 0
  before.forEach((unit, i) =>
    unit.forEach((weight, k) => {
      most = Math.max(most, Math.abs(after[i]![k]! - weight))
    }),
  )
  return most
}

/** What the first seed's network answers to the test images; the first digit wins a tie. */
function answers(model: Mlp, { x, y }: Looked['held']): HeatmapView {
  const [given, truth] = read(() => [
    tf.argMax(model.apply(tf.slice(x, 0, [1, -1, -1]), { replica: 0 }), -1),
    tf.slice(y, 0, [1, -1]),
  ]) as [Float32Array, Float32Array]
  const values = new Float32Array(classes * classes)
  const images = new Float32Array(classes)
  truth.forEach((digit, i) => {
    images[digit]! += 1
    values[digit * classes + given[i]!]! += 1
  })
  values.forEach((count, i) => {
    values[i] = count / images[Math.floor(i / classes)]!
  })
  return { values, rows: classes, columns: classes, signed: false, limit: 1 }
}
