/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'thirty-layers',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: Array<number>(config.depth - 1).fill(width),
    outputs: 10,
    activation: 'relu',
    start: variant === 'small' ? { rule: 'normal', stddev: config.small } : { rule: variant },
    loss: 'softmaxCrossEntropy',
    optimizer: 'momentum',
    learningRate: config.learningRate,
    batchSize,
    lossRows: lossImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
  }),
})
