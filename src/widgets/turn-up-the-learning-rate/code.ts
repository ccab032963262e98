/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Normalization } from '../../code/experiment.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'
import { rates } from './rates.ts'

const normalizations: Record<VariantOf<typeof setup>, Normalization | undefined> = {
  none: undefined,
  batch: { name: 'batch', momentum: 0.9, epsilon: 1e-3 },
  layer: { name: 'layer', epsilon: 1e-3 },
}

export default defineCode({
  widget: 'turn-up-the-learning-rate',
  setup,
  describe: ({ config, variant }) =>
    rates.map((rate) => ({
      kind: 'training',
      name: `learning rate ${rate}`,
      data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
      hidden: Array<number>(config.depth - 1).fill(width),
      outputs: 10,
      activation: 'relu',
      normalization: normalizations[variant],
      start: { rule: 'he' },
      loss: 'softmaxCrossEntropy',
      optimizer: config.optimizer,
      learningRate: rate,
      batchSize,
      lossRows: lossImages,
      steps: setup.steps(config),
      measureEvery: setup.measureEvery(config),
    })),
})
