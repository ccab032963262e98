/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { excessLoss, leastSquares } from '../../nn/leastSquares.ts'
import { random } from '../../nn/random.ts'
import setup, { features, rowCount } from './config.ts'
import { makeData } from './data.ts'
import { transforms } from './transforms.ts'

export default defineCode({
  widget: 'conditioning-race',
  setup,
  describe({ config, variant, seed }) {
    const { rows, y } = makeData(random(seed).split('data'), config)
    const x = transforms[variant](rows)
    const problem = leastSquares(x, y)
    // At weights of 0 the loss is half the mean square of y.
    const atStart = y.reduce((sum, value) => sum + value ** 2, 0) / (2 * rowCount)
    return {
      kind: 'training',
      data: {
        kind: 'rows',
        count: rowCount,
        features,
        draw: () => ({
          x: Float32Array.from(x.flat()),
          y: Float32Array.from(y),
          count: rowCount,
          features,
        }),
      },
      hidden: [],
      outputs: 1,
      activation: 'linear',
      start: { rule: 'constant', value: 0 },
      loss: 'halfMeanSquare',
      optimizer: 'sgd',
      learningRate: config.rate / problem.eigen.values[0]!,
      batchSize: rowCount,
      leastLoss: atStart - excessLoss(problem, new Float32Array(features + 1)),
    }
  },
})
