/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { MapLayer } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, filters, kernelSize, testImages } from './config.ts'

/** Two convolutions with max pooling after each; the filters of the first `frozen` of them stay as they are. */
const layersOf = (frozen: number): MapLayer[] =>
  filters.flatMap((count, i): MapLayer[] => [
    { name: 'conv2d', filters: count, kernelSize, trainable: i >= frozen },
    { name: 'maxPooling2d', poolSize: 2 },
  ])

export default defineCode({
  widget: 'filters-and-maps',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      maps: layersOf(variant === 'learned' ? 0 : config.frozen === 'first' ? 1 : filters.length),
      hidden: [],
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
