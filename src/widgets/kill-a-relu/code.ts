/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, testImages, trainingImages } from './config.ts'

export default defineCode({
  widget: 'kill-a-relu',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: [config.units, config.units],
      activation: variant === 'leakyHigh' ? 'leakyRelu' : 'relu',
      start: { rule: 'he' },
      optimizer: 'sgd',
      learningRate: variant === 'reluLow' ? config.lowRate : config.highRate,
      batchSize,
    }),
})
