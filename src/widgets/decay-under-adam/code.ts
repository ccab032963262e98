/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, features, rowCount } from './config.ts'
import { makeData } from './data.ts'

export default defineCode({
  widget: 'decay-under-adam',
  setup,
  describe({ config: { lambda, spread, sgdRate, adamRate, batch }, variant, seed }) {
    const withAdam = variant === 'adamL2' || variant === 'adamW'
    const inLoss = variant === 'sgdL2' || variant === 'adamL2'
    return {
      kind: 'training',
      data: {
        kind: 'rows',
        count: rowCount,
        features,
        draw: () => makeData(random(seed).split('data'), spread),
      },
      hidden: [],
      outputs: 1,
      activation: 'linear',
      start: { rule: 'constant', value: 1 },
      loss: 'halfMeanSquare',
      optimizer: withAdam ? 'adam' : 'sgd',
      learningRate: withAdam ? adamRate : sgdRate,
      batchSize: batch === 'twenty' ? batchSize : rowCount,
      ...(inLoss
        ? { penalty: { name: 'l2', strength: lambda } }
        : { shrink: { name: 'decay', strength: 2 * lambda } }),
    }
  },
})
