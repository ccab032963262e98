/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Start } from '../../code/experiment.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, classes, lossImages, testImages, trainingImages, width } from './config.ts'

const starts: Record<VariantOf<typeof setup>, Start> = {
  standard: { rule: 'normal', stddev: 1 },
  small: { rule: 'normal', stddev: 0.01 },
  xavier: { rule: 'xavier' },
  he: { rule: 'he' },
}

export default defineCode({
  widget: 'initial-loss',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: Array<number>(config.depth).fill(width),
    outputs: classes,
    activation: 'relu',
    start: { ...starts[variant], times: [config.weightScale] },
    outputStart:
      config.outputScale === 1
        ? undefined
        : { ...starts[variant], times: [config.weightScale, config.outputScale] },
    loss: 'softmaxCrossEntropy',
    optimizer: 'sgd',
    learningRate: config.learningRate,
    batchSize,
    lossRows: lossImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
  }),
})
