/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Normalization } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { groups, hiddenLayers, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'batch-of-two',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: Array<number>(hiddenLayers).fill(width),
      activation: 'relu',
      normalization: normalizationOf(variant, config.momentum),
      start: { rule: 'he' },
      optimizer: 'sgd',
      learningRate: config.learningRate,
      batchSize: Number(config.batchSize),
      lossRows: lossImages,
    }),
})

const epsilon = 1e-3

function normalizationOf(variant: VariantOf<typeof setup>, momentum: number): Normalization | undefined {
  if (variant === 'none') return undefined
  if (variant === 'batch') return { name: 'batch', momentum, epsilon }
  return variant === 'layer' ? { name: 'layer', epsilon } : { name: 'group', groups, epsilon }
}
