/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import setup, { batchSize, noise, points, width } from './config.ts'

export default defineCode({
  widget: 'three-sizes',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'planar', name: config.data, noise, count: points },
    hidden: Array<number>(config.depth).fill(width),
    outputs: 1,
    activation: 'relu',
    start: { rule: 'he', times: [{ small: 1 / config.smaller, he: 1, large: config.larger }[variant]] },
    loss: 'sigmoidCrossEntropy',
    optimizer: config.optimizer,
    learningRate: config.learningRate,
    batchSize,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
    lossRows: points,
  }),
})
