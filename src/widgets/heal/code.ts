/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, hidden, testImages } from './config.ts'

export default defineCode({
  widget: 'heal',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      hidden,
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
      prune:
        variant === 'whole'
          ? undefined
          : {
              by: variant,
              scope: 'global',
              cuts: [{ step: config.training, sparsity: config.sparsity / 100 }],
            },
    }),
})
