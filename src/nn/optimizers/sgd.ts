import { optimizer, type Optimizer } from './optimizer.ts'
import { updateKernel } from '../kernels/updates.ts'

/** Stochastic gradient descent: w = w - lr g. */
export const sgd = (learningRate: number): Optimizer =>
  optimizer('sgd', learningRate, 0, ({ param, gradient, learningRate: lr }) =>
    updateKernel('SgdUpdate', { param, gradient }, { lr }),
  )
