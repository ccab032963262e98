/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Normalization } from '../../code/experiment.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { groups, hiddenLayers, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'batch-of-two',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: Array<number>(hiddenLayers).fill(width),
    outputs: 10,
    activation: 'relu',
    normalization: normalizationOf(variant, config.momentum),
    start: { rule: 'he' },
    loss: 'softmaxCrossEntropy',
    optimizer: 'sgd',
    learningRate: config.learningRate,
    batchSize: Number(config.batchSize),
    lossRows: lossImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
  }),
})

const epsilon = 1e-3

function normalizationOf(variant: VariantOf<typeof setup>, momentum: number): Normalization | undefined {
  if (variant === 'none') return undefined
  if (variant === 'batch') return { name: 'batch', momentum, epsilon }
  return variant === 'layer' ? { name: 'layer', epsilon } : { name: 'group', groups, epsilon }
}
