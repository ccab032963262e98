/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Normalization } from '../../code/experiment.ts'
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
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: Array<number>(config.depth - 1).fill(width),
    outputs: 10,
    activation: 'sigmoid',
    normalization: normalizations[variant],
    start: { rule: 'xavier' },
    fitted: config.start === 'data',
    loss: 'softmaxCrossEntropy',
    optimizer: 'sgd',
    learningRate: config.learningRate,
    batchSize,
    lossRows: lossImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
  }),
})
