import { optimizer, type Optimizer } from './optimizer.ts'

export interface AdamOptions {
  beta1?: number
  beta2?: number
  /** Added to the square root of the corrected second moment; 1e-7 as in Keras (the paper and PyTorch: 1e-8). */
  epsilon?: number
}

/**
 * Adam (Kingma and Ba 2015, algorithm 1). At step t, from 1:
 * m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2;
 * w = w - lr (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon).
 */
export const adam = (
  learningRate = 0.001,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamOptions = {},
): Optimizer =>
  optimizer({
    name: 'adam',
    learningRate,
    kernel: 'AdamUpdate',
    slots: ['m', 'v'],
    attributes: (lr, step) => ({
      beta1,
      beta2,
      epsilon,
      // The powers in double precision: 1 - 0.999 in single precision is off by 1e-5.
      rate: lr / (1 - beta1 ** step),
      scale: 1 / Math.sqrt(1 - beta2 ** step),
    }),
  })
