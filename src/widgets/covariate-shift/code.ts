/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import setup, { batchSize, hiddenLayers, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'covariate-shift',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: Array<number>(hiddenLayers).fill(width),
    outputs: 10,
    activation: 'relu',
    normalization:
      variant === 'batch' || variant === 'batchShifted'
        ? { name: 'batch', momentum: 0.9, epsilon: 1e-3 }
        : undefined,
    shift: variant === 'noneShifted' || variant === 'batchShifted' ? config.shift : undefined,
    start: { rule: 'he' },
    loss: 'softmaxCrossEntropy',
    optimizer: 'sgd',
    learningRate: config.learningRate,
    batchSize,
    lossRows: lossImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
  }),
})
