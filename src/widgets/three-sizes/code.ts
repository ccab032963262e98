/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onPoints } from '../../code/tasks.ts'
import setup, { batchSize, noise, points, width } from './config.ts'

export default defineCode({
  widget: 'three-sizes',
  setup,
  describe: ({ config, variant }) =>
    onPoints({
      data: { name: config.data, noise, count: points },
      hidden: Array<number>(config.depth).fill(width),
      activation: 'relu',
      start: { rule: 'he', times: [{ small: 1 / config.smaller, he: 1, large: config.larger }[variant]] },
      optimizer: config.optimizer,
      learningRate: config.learningRate,
      batchSize,
    }),
})
