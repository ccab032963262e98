/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { testImages, width } from './config.ts'

export default defineCode({
  widget: 'growing-weights',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      hidden: config.network === 'hidden' ? [width] : [],
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'sgd',
      learningRate: config.learningRate,
      penalty: variant === 'l2' ? { name: 'l2', strength: config.l2 } : undefined,
      batchSize: config.images,
    }),
})
