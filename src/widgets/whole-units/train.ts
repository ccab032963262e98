/** A network loses single weights or whole units, as many weights in all, and is trained on; and a small one that is never cut. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { cutTo } from '../../nn/pruning/cutTo.ts'
import { kernelMasks } from '../../nn/pruning/kernelMasks.ts'
import { firstKernels } from '../../nn/pruning/keptWeights.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import setup, {
  batchSize,
  learningRate,
  outputs,
  size,
  sparsityOf,
  testImages,
  trainingImages,
  width,
} from './config.ts'
import { unitMasks } from './unitMasks.ts'

export interface View {
  /** Sizes of the weights between the hidden layers. */
  between: HeatmapView
}

/** The end of the colour scale of the pictures. */
const limit = 0.3

export default defineExperiment({
  setup,
  train(context) {
    const { config, variant, seeds } = context
    const hidden = Array<number>(2).fill(variant === 'small' ? config.units : width)
    const sizes = [size * size, ...hidden, outputs]
    const model = mlp({
      inputs: size * size,
      hidden,
      outputs,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const masks = kernelMasks(model.layers.map(({ kernel }) => kernel))
    const cut = () => {
      if (variant === 'units') {
        const kernels = read(() => model.layers.map(({ kernel }) => kernel))
        masks.set(unitMasks({ kernels, sizes, seeds: seeds.length, left: config.units }))
        return
      }
      cutTo(sparsityOf(config.units), {
        model,
        x: model.params[0]!,
        randoms: seeds.map((seed) => random(seed)),
        masks,
        criterion: 'magnitude',
        scope: 'layer',
      })
    }
    return learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      model,
      optimizer: adam(learningRate),
      batchSize,
      pruning: { masks, at: variant === 'small' ? [] : [config.before], cut },
      steps: setup.steps(config),
      clock: 'step',
      learningRate: () => learningRate,
      measure: (looked) => lossAndTestAccuracy(model, looked),
      view: (): View => ({
        between: {
          values: firstKernels(model)[1]!.map(Math.abs),
          rows: sizes[1]!,
          columns: sizes[2]!,
          signed: false,
          limit,
        },
      }),
    })
  },
})
