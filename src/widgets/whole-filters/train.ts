/** A convolutional network loses single weights or whole filters, as many weights in all, and is trained on; and a small one that is never cut. */
import { defineExperiment } from '../../lab/experiment.ts'
import { mosaic } from '../../lab/mosaic.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { cnn, type Replica } from '../../nn/layers/cnn.ts'
import { conv2d } from '../../nn/layers/maps/conv2d.ts'
import { maxPooling2d } from '../../nn/layers/maps/pooling2d.ts'
import { learnDigits, lossAndTestAccuracy } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { cutOrder, masksAt } from '../../nn/pruning/cutOrder.ts'
import { kernelMasks } from '../../nn/pruning/kernelMasks.ts'
import { read } from '../../nn/tensors.ts'
import type * as tf from '../../nn/tf.ts'
import setup, { batchSize, learningRate, seen, testImages, trainingImages } from './config.ts'
import { filterMasks } from './filterMasks.ts'
import { convolutions, kernelSize, limit, outputs, poolSize, size, sparsitiesOf, width } from './networks.ts'

export interface View {
  /** Sizes of the weights between the two convolutional layers: a row for each map, a column for each filter. */
  between: HeatmapView
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds } = context
    const filters = variant === 'small' ? config.filters : width
    const model = cnn({
      input: [size, size, 1],
      layers: Array.from({ length: convolutions }, () => [
        conv2d({ filters, kernelSize }),
        maxPooling2d({ poolSize }),
      ]).flat(),
      outputs,
      seeds,
    })
    const kernels = model.replicas.map(kernelsOf)
    const masks = kernelMasks(kernels.flat())
    const cut = () =>
      masks.set(
        kernels.flatMap((own) => {
          const values = read(() => own)
          if (variant === 'weights') return smallestCut(values, sparsitiesOf(config.filters))
          const known = own.map(({ shape }, layer) => ({
            weights: values[layer]!,
            maps: layer === 0 ? 1 : filters,
            filters: shape.at(-1)!,
          }))
          return filterMasks(known, config.filters)
        }),
      )
    yield* learnDigits(context, {
      need: { train: trainingImages, test: testImages, size },
      seen,
      model,
      optimizer: adam(learningRate),
      batchSize,
      pruning: { masks, at: variant === 'small' ? [] : [config.before], cut },
      steps: setup.steps(config),
      clock: 'step',
      learningRate: () => learningRate,
      measure: (looked) => lossAndTestAccuracy(model, looked),
      view: (): View => {
        const [kernel] = read(() => [kernels[0]![1]!])
        const taps = Array.from({ length: kernelSize ** 2 }, (_, tap) => tap)
        const pictures = Array.from({ length: filters ** 2 }, (_, pair) =>
          Float32Array.from(taps, (tap) => Math.abs(kernel![tap * filters ** 2 + pair]!)),
        )
        return {
          between: { ...mosaic(pictures, { size: kernelSize, columns: filters, limit }), signed: false },
        }
      },
    })
  },
})

/** The kernels of one seed, the dense layer's last; biases, which no method cuts, are left out. */
const kernelsOf = ({ layers, kernel }: Replica): tf.Variable[] => [
  ...layers.flatMap(({ params: [own] }) => own ?? []),
  kernel,
]

/** Of each layer its own share goes, the smallest weights first. */
const smallestCut = (kernels: readonly Float32Array[], shares: readonly number[]): Float32Array[] =>
  kernels.flatMap((kernel, layer) => masksAt(cutOrder([kernel.map(Math.abs)], 1, 'layer'), shares[layer]!))
