/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import setup, { points } from './config.ts'

export default defineCode({
  widget: 'one-bend',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'planar', name: config.data, noise: config.noise, count: points },
    hidden: Array<number>(config.depth).fill(config.units),
    outputs: 1,
    activation: variant,
    start: { rule: 'he' },
    loss: 'sigmoidCrossEntropy',
    optimizer: 'adam',
    learningRate: config.learningRate,
    batchSize: config.batchSize,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
    lossRows: points,
  }),
})
