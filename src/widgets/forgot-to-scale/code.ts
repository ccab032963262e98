/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Training } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, hiddenLayers, testImages, trainingImages, width } from './config.ts'

const dropouts: Record<VariantOf<typeof setup>, (rate: number) => Training['dropout']> = {
  unscaled: (rate) => ({ rate, scaling: 'none' }),
  scaled: (rate) => ({ rate, scaling: 'use' }),
  inverted: (rate) => ({ rate }),
}

export default defineCode({
  widget: 'forgot-to-scale',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      randomLabels: Number(config.randomLabels),
      hidden: Array<number>(hiddenLayers).fill(width),
      activation: config.activation,
      dropout: dropouts[variant](config.rate),
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
    }),
})
