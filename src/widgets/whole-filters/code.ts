/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { MapLayer } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, learningRate, seen, testImages, trainingImages } from './config.ts'
import { convolutions, kernelSize, poolSize, sparsitiesOf, width } from './networks.ts'

export default defineCode({
  widget: 'whole-filters',
  setup,
  describe: ({ config: { filters, before }, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      maps: Array.from({ length: convolutions }, (): MapLayer[] => [
        { name: 'conv2d', filters: variant === 'small' ? filters : width, kernelSize },
        { name: 'maxPooling2d', poolSize },
      ]).flat(),
      hidden: [],
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate,
      batchSize,
      lossRows: seen,
      ...(variant === 'weights' && { cutMaps: { step: before, shares: sparsitiesOf(filters) } }),
      ...(variant === 'filters' && { cutMaps: { step: before, left: filters } }),
    }),
})
