/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { MapLayer } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, filters, testImages } from './config.ts'

export default defineCode({
  widget: 'max-feature-map',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: config.images,
      test: testImages,
      maps: filters[variant].flatMap((count): MapLayer[] => [
        {
          name: 'conv2d',
          filters: count,
          kernelSize: 3,
          ...(variant === 'mfm' && { activation: 'maxFeatureMap' }),
        },
        { name: 'maxPooling2d', poolSize: 2 },
      ]),
      hidden: [],
      activation: 'relu',
      start: { rule: 'he', times: [config.scale] },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
