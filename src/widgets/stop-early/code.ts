/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, shares, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'stop-early',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      // The first of them are the figure's validation images.
      test: config.validation + testImages,
      randomLabels: shares[variant],
      hidden: [width],
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
