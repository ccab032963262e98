/** Three ways in which weights are off while one network learns: cut for good, cut and regrown, and with their units. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { cutTo } from '../../nn/pruning/cutTo.ts'
import { importance } from '../../nn/pruning/importance.ts'
import { firstKernels } from '../../nn/pruning/keptWeights.ts'
import { random } from '../../nn/random.ts'
import { batchTensors, read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, {
  batchSize,
  cutsAt,
  exchanged,
  exchangeEvery,
  firstCut,
  hidden,
  lastExchange,
  learningRate,
  limit,
  size,
  testImages,
  trainingImages,
} from './config.ts'
import { droppedWeights } from './droppedWeights.ts'
import { exchange, shareAt } from './exchange.ts'
import { rememberingMasks } from './returns.ts'

export interface View {
  /** The kernel between the two hidden layers, `[32, 32]`: NaN where a weight is off in the next update. */
  weights: HeatmapView
}

const need = { train: trainingImages, test: testImages, size }
const sizes = [size * size, ...hidden, 10]

/** After these numbers of updates masks change. */
const exchangesAt = Array.from(
  { length: (lastExchange - cutsAt[0]) / exchangeEvery + 1 },
  (_, i) => cutsAt[0] + i * exchangeEvery,
)

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, images } = context
    const model = mlp({
      inputs: size * size,
      hidden,
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const kernels = model.layers.map(({ kernel }) => kernel)
    const masks = variant === 'dropout' ? null : rememberingMasks(kernels)
    const rows = () => batchTensors(firstRows(seeds.map((seed) => digitsOf(images, seed, need).train)))

    /** How much a weight that comes back would be moved by the loss of all training images, or a number that is drawn. */
    const growth = (step: number): readonly Float32Array[] => {
      if (config.grow === 'random')
        return importance('random', {
          model,
          x: model.params[0]!,
          randoms: seeds.map((seed) => random(seed).split('grow').split(`step ${step}`)),
        })
      const { x, y } = rows()
      const slopes = read(() => {
        const { grads } = tf.engine().gradients(() => tf.sum(softmaxCrossEntropy(y, model.apply(x))), kernels)
        return grads.map((slope) => tf.abs(slope))
      })
      tf.dispose([x, y])
      return slopes
    }
    const magnitudes = { model, x: model.params[0]!, randoms: seeds.map((seed) => random(seed)) }
    const cut = (step: number) => {
      if (!masks) return
      const cuts = cutsAt.findIndex((at) => at === step)
      if (cuts >= 0) {
        const sparsity = config.sparsity * (cuts === 0 ? firstCut : 1)
        cutTo(sparsity, { ...magnitudes, masks, criterion: 'magnitude', scope: 'layer' })
        return
      }
      masks.set(
        exchange({
          masks: masks.read(),
          sizes: importance('magnitude', magnitudes),
          growth: growth(step),
          seeds: seeds.length,
          share: shareAt(step, { most: exchanged, first: cutsAt[0], last: lastExchange }),
        }),
      )
    }

    const randoms = seeds.map((seed) => random(seed).split('dropout'))
    const dropped = randoms.map((each) => droppedWeights(each, config.rate, sizes))
    const training = learnDigits(context, {
      need,
      model,
      optimizer: adam(learningRate),
      batchSize,
      ...(masks
        ? { pruning: { masks, at: variant === 'static' ? cutsAt : exchangesAt, cut } }
        : { dropout: { rate: config.rate, randoms } }),
      steps: setup.steps(config),
      clock: 'step',
      learningRate: () => learningRate,
      measure: ({ held }) => ({ testAccuracy: evaluate(model, 'softmaxCrossEntropy', held).accuracy }),
      view: (_looked, step): View => {
        const kernel = firstKernels(model)[1]!
        const there = masks ? masks.read()[1]! : dropped[0]!.masks(step)[1]!
        return {
          weights: {
            values: kernel.map((weight, i) => (there[i] === 1 ? weight : Number.NaN)),
            rows: hidden[0],
            columns: hidden[1],
            signed: true,
            limit,
          },
        }
      },
    })
    try {
      for (let next = await training.next(); !next.done;) {
        const frame = next.value
        const wanted = yield {
          ...frame,
          measure: async () => ({
            ...(await frame.measure()),
            off: masks ? masks.sparsity() : dropped.map((each) => offShare(each.masks(frame.step))),
            returned: masks ? masks.returned() : dropped.map((each) => each.returned(frame.step)),
          }),
        }
        next = await training.next(wanted)
      }
    } finally {
      await training.return()
    }
  },
})

function offShare(masks: readonly Float32Array[]): number {
  const count = masks.reduce((sum, { length }) => sum + length, 0)
  return 1 - masks.reduce((sum, mask) => sum + mask.reduce((ones, is) => ones + is, 0), 0) / count
}
