/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Normalization } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
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
    rates.map((rate) =>
      onDigits({
        name: `learning rate ${rate}`,
        train: trainingImages,
        test: testImages,
        hidden: Array<number>(config.depth - 1).fill(width),
        activation: 'relu',
        normalization: normalizations[variant],
        start: { rule: 'he' },
        optimizer: config.optimizer,
        learningRate: rate,
        batchSize,
        lossRows: lossImages,
      }),
    ),
})
