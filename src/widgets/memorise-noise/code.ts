/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, shares, testImages } from './config.ts'

export default defineCode({
  widget: 'memorise-noise',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      randomLabels: shares[variant],
      hidden: [config.units],
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
