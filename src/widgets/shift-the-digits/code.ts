/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, hiddenLayers, testImages, width } from './config.ts'

export default defineCode({
  widget: 'shift-the-digits',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      shifts: variant === 'shifted' ? config.reach : 0,
      hidden: Array<number>(hiddenLayers).fill(width),
      activation: 'relu',
      penalty: variant === 'l2' ? { name: 'l2', strength: config.l2 } : undefined,
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
