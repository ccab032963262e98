/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Start } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

const starts: Record<VariantOf<typeof setup>, Start> = {
  standard: { rule: 'normal', stddev: 1 },
  small: { rule: 'normal', stddev: 0.01 },
  xavier: { rule: 'xavier' },
  he: { rule: 'he' },
}

export default defineCode({
  widget: 'initial-loss',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: Array<number>(config.depth).fill(width),
      activation: 'relu',
      start: { ...starts[variant], times: [config.weightScale] },
      outputStart:
        config.outputScale === 1
          ? undefined
          : { ...starts[variant], times: [config.weightScale, config.outputScale] },
      optimizer: 'sgd',
      learningRate: config.learningRate,
      batchSize,
      lossRows: lossImages,
    }),
})
