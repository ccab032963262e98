import { optimizer, type Optimizer } from './optimizer.ts'

/**
 * Classical momentum (Polyak 1964): v = mu v - lr g, then w = w + v, with v = 0 at the start.
 * The learning rate stands inside v (as in Sutskever et al. 2013 and Keras; PyTorch and tfjs apply it outside).
 * @param mu share of the velocity that stays, 0 to 1.
 */
export const momentum = (learningRate: number, mu = 0.9): Optimizer =>
  optimizer({
    name: 'momentum',
    learningRate,
    kernel: 'MomentumUpdate',
    slots: ['v'],
    attributes: (lr) => ({ lr, mu }),
  })
