/** Optimizers: two steps, computed by hand. */
import { describe, expect, test } from 'vitest'
import { adam } from '../optimizers/adam.ts'
import { momentum } from '../optimizers/momentum.ts'
import { sgd } from '../optimizers/sgd.ts'
import * as tf from '../tf.ts'
import { error } from './error.ts'

/** Minimises sum(c w) with c = (3, -0.5), so that the gradient is c. */
const twoSteps = (optimizer: ReturnType<typeof sgd>) => {
  const w = tf.variable(tf.tensor2d([[1, -2]]))
  const c = tf.tensor2d([[3, -0.5]])
  const values = [1, 2].map(() => {
    optimizer.minimize(() => tf.sum(tf.mul(w, c), -1), [w]).dispose()
    return [...w.dataSync()]
  })
  optimizer.dispose()
  return values
}

export function updateSuite(): void {
  describe('update rules, two steps by hand', () => {
    test('sgd', () => {
      const [one, two] = twoSteps(sgd(0.1))
      expect(error(one!, [0.7, -1.95])).toBeLessThan(1e-6)
      expect(error(two!, [0.4, -1.9])).toBeLessThan(1e-6)
    })

    test('momentum', () => {
      // v1 = -0.1 c; v2 = 0.9 v1 - 0.1 c = -0.19 c.
      const [one, two] = twoSteps(momentum(0.1, 0.9))
      expect(error(one!, [0.7, -1.95])).toBeLessThan(1e-6)
      expect(error(two!, [0.7 - 0.57, -1.95 + 0.095])).toBeLessThan(1e-6)
    })

    test('adam', () => {
      // With a constant gradient both corrected moments are exact: each step is lr c / (|c| + epsilon).
      const [one, two] = twoSteps(adam(0.1, { epsilon: 0.5 }))
      expect(error(one!, [1 - 0.3 / 3.5, -2 + 0.05])).toBeLessThan(1e-5)
      expect(error(two!, [1 - 0.6 / 3.5, -2 + 0.1])).toBeLessThan(1e-5)
    })

    test('adam with a gradient that changes', () => {
      // Gradient 2 w at w = 1, then at w1. b1 = 0.5, b2 = 0.75, epsilon = 0.
      const w = tf.variable(tf.tensor2d([[1]]))
      const rule = adam(0.1, { beta1: 0.5, beta2: 0.75, epsilon: 0 })
      for (let i = 0; i < 2; i++) rule.minimize(() => tf.sum(tf.square(w), -1), [w]).dispose()
      const m = (0.5 * 1 + 0.5 * 1.8) / 0.75
      const v = (0.75 * 1 + 0.25 * 1.8 ** 2) / (1 - 0.75 ** 2)
      expect(error(w.dataSync(), [0.9 - (0.1 * m) / Math.sqrt(v)])).toBeLessThan(1e-5)
      rule.dispose()
    })
  })
}
