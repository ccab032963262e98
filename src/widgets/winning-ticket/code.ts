/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, hidden, learningRate, shareLeft, testImages, trainingImages } from './config.ts'

export default defineCode({
  widget: 'winning-ticket',
  setup,
  describe: ({ config: { cut, how, rounds, updates }, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden,
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate,
      batchSize,
      prune: {
        by: variant === 'shuffled' ? 'random' : 'magnitude',
        draws: 'random mask',
        scope: 'layer',
        cuts: Array.from({ length: rounds }, (_, i) => ({
          step: (i + 1) * updates,
          sparsity: 1 - shareLeft(i + 1, cut),
        })),
        once: how === 'atOnce',
        rewind: variant === 'anew' ? { weights: 'new weights' } : {},
      },
    }),
})
