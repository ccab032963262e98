/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onPoints } from '../../code/tasks.ts'
import setup, { batchSize, depth, noise, points, width } from './config.ts'

export default defineCode({
  widget: 'looks-stuck',
  setup,
  describe: ({ config }) =>
    onPoints({
      data: { name: 'moons', noise, count: points },
      hidden: Array<number>(depth).fill(width),
      activation: 'relu',
      start: { rule: 'he', times: [1 / config.smaller] },
      optimizer: 'momentum',
      learningRate: config.learningRate,
      batchSize,
    }),
})
