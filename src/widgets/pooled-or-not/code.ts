/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, testImages } from './config.ts'
import { layersOf } from './networks.ts'

export default defineCode({
  widget: 'pooled-or-not',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: Number(config.images),
      test: testImages,
      pixels: config.pixels,
      maps: layersOf(variant, config.head),
      hidden: [],
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
