/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'thirty-layers',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: Array<number>(config.depth - 1).fill(width),
      activation: 'relu',
      start: variant === 'small' ? { rule: 'normal', stddev: config.small } : { rule: variant },
      optimizer: 'momentum',
      learningRate: config.learningRate,
      batchSize,
      lossRows: lossImages,
    }),
})
