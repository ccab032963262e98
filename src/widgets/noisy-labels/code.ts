/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, hiddenLayers, testImages, width } from './config.ts'

export default defineCode({
  widget: 'noisy-labels',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      randomLabels: Number(config.randomLabels),
      hidden: Array<number>(hiddenLayers).fill(width),
      activation: 'relu',
      dropout: variant === 'dropout' ? { rate: config.rate } : undefined,
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
