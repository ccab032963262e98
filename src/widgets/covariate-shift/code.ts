/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, hiddenLayers, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'covariate-shift',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: Array<number>(hiddenLayers).fill(width),
      activation: 'relu',
      normalization:
        variant === 'batch' || variant === 'batchShifted'
          ? { name: 'batch', momentum: 0.9, epsilon: 1e-3 }
          : undefined,
      shift: variant === 'noneShifted' || variant === 'batchShifted' ? config.shift : undefined,
      start: { rule: 'he' },
      optimizer: 'sgd',
      learningRate: config.learningRate,
      batchSize,
      lossRows: lossImages,
    }),
})
