/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Normalization } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

const normalizations: Record<VariantOf<typeof setup>, Normalization | undefined> = {
  none: undefined,
  batch: { name: 'batch', momentum: 0.9, epsilon: 1e-3 },
  layer: { name: 'layer', epsilon: 1e-3 },
  weight: { name: 'weight' },
}

export default defineCode({
  widget: 'batch-norm-rescue',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: Array<number>(config.depth - 1).fill(width),
      activation: 'sigmoid',
      normalization: normalizations[variant],
      start: { rule: 'xavier' },
      fitted: config.start === 'data',
      optimizer: 'sgd',
      learningRate: config.learningRate,
      batchSize,
      lossRows: lossImages,
    }),
})
