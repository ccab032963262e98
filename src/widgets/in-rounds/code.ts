/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, cutsOf, hidden, testImages } from './config.ts'

export default defineCode({
  widget: 'in-rounds',
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
      prune: {
        by: variant === 'randomRounds' ? 'random' : 'magnitude',
        scope: 'global',
        cuts: cutsOf(config, variant),
      },
    }),
})
