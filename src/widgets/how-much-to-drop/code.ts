/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, hiddenLayers, testImages } from './config.ts'
import { rates } from './rates.ts'

export default defineCode({
  widget: 'how-much-to-drop',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      randomLabels: Number(config.randomLabels),
      hidden: Array<number>(hiddenLayers).fill(config.units),
      activation: 'relu',
      dropout: rates[variant] > 0 ? { rate: rates[variant] } : undefined,
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
