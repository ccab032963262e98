/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onPoints } from '../../code/tasks.ts'
import setup, { points } from './config.ts'

export default defineCode({
  widget: 'one-bend',
  setup,
  describe: ({ config, variant }) =>
    onPoints({
      data: { name: config.data, noise: config.noise, count: points },
      hidden: Array<number>(config.depth).fill(config.units),
      activation: variant,
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize: config.batchSize,
    }),
})
