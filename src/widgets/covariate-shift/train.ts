/** Digits with and without batch normalization, and with a shift put in behind it at every step. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { batchNormalization } from '../../nn/layers/normalization/batchNormalization.ts'
import { learnDigits, lossAndTestAccuracy, type Looked } from '../../nn/learnDigits.ts'
import { rootMeanSquare } from '../../nn/metrics.ts'
import { sgd } from '../../nn/optimizers/sgd.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { comingSteps } from './comingSteps.ts'
import setup, {
  batchSize,
  hiddenLayers,
  lossImages,
  stepsShown,
  testImages,
  trainingImages,
  watched,
  width,
} from './config.ts'
import { offsetsAt } from './offsets.ts'

export interface View {
  /** A row for each coming step, a column for each unit of the third hidden layer: how far its mean has moved. */
  moved: HeatmapView
}

const size = 12

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const normalized = variant === 'batch' || variant === 'batchShifted'
    const shifted = variant === 'noneShifted' || variant === 'batchShifted'
    const offsets = shifted ? offsetsAt(seeds, () => config.shift) : undefined
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(hiddenLayers).fill(width),
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      normalization: normalized ? batchNormalization() : undefined,
      seeds,
    })
    const optimizer = sgd(config.learningRate)
    /** On the images of the training loss; inside `read` or `tf.tidy`, which free it all. */
    const coming = ({ seen }: Looked, count: number, replica?: number) => {
      const first = (rows: tf.Tensor) => (replica === undefined ? rows : tf.slice(rows, replica, 1))
      return comingSteps(model, {
        x: first(seen.x),
        y: first(seen.y),
        batchSize,
        count,
        learningRate: config.learningRate,
        layer: watched - 1,
        offsets: offsets && ((k) => offsets(optimizer.step + k).map(first)),
        ...(replica === undefined ? {} : { replica }),
      })
    }
    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      seen: lossImages,
      model,
      optimizer,
      batchSize,
      offsets,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: (looked) => {
        const [shift] = read(() => coming(looked, 1).map(rootMeanSquare))
        return { ...lossAndTestAccuracy(model, looked), shift: shift! }
      },
      view: (looked): View => {
        const [values] = read(() => [tf.concat(coming(looked, stepsShown, 0))])
        return {
          moved: { values: values!, rows: stepsShown, columns: width, signed: true, limit: 1 },
        }
      },
    })
  },
})
