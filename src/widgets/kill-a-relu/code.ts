/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import setup, { batchSize, testImages, trainingImages } from './config.ts'

export default defineCode({
  widget: 'kill-a-relu',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: [config.units, config.units],
    outputs: 10,
    activation: variant === 'leakyHigh' ? 'leakyRelu' : 'relu',
    start: { rule: 'he' },
    loss: 'softmaxCrossEntropy',
    optimizer: 'sgd',
    learningRate: variant === 'reluLow' ? config.lowRate : config.highRate,
    batchSize,
    lossRows: trainingImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
  }),
})
