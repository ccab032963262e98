/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, learningRate, sparsityOf, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'whole-units',
  setup,
  describe: ({ config: { units, before }, variant }) => {
    const size = variant === 'small' ? units : width
    return onDigits({
      train: trainingImages,
      test: testImages,
      hidden: [size, size],
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate,
      batchSize,
      ...(variant === 'weights' && {
        prune: {
          by: 'magnitude',
          scope: 'layer',
          cuts: [{ step: before, sparsity: sparsityOf(units) }],
        },
      }),
      ...(variant === 'units' && { cutUnits: { step: before, left: units } }),
    })
  },
})
