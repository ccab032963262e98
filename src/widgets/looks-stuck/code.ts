/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import setup, { batchSize, depth, noise, points, width } from './config.ts'

export default defineCode({
  widget: 'looks-stuck',
  setup,
  describe: ({ config }) => ({
    kind: 'training',
    data: { kind: 'planar', name: 'moons', noise, count: points },
    hidden: Array<number>(depth).fill(width),
    outputs: 1,
    activation: 'relu',
    start: { rule: 'he', times: [1 / config.smaller] },
    loss: 'sigmoidCrossEntropy',
    optimizer: 'momentum',
    learningRate: config.learningRate,
    batchSize,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
    lossRows: points,
  }),
})
