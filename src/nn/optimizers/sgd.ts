import { optimizer, type Optimizer } from './optimizer.ts'

/** Stochastic gradient descent: w = w - lr g. */
export const sgd = (learningRate: number): Optimizer =>
  optimizer({ name: 'sgd', learningRate, kernel: 'SgdUpdate', slots: [], attributes: (lr) => ({ lr }) })
