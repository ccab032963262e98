/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import setup, { batchSize, classes, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'plateau',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: Array<number>(config.depth).fill(width),
    outputs: classes,
    activation: 'tanh',
    start: variant === 'small' ? { rule: 'normal', stddev: config.weights } : { rule: 'xavier' },
    loss: 'softmaxCrossEntropy',
    optimizer: 'momentum',
    learningRate: config.learningRate,
    batchSize,
    lossRows: lossImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
  }),
})
