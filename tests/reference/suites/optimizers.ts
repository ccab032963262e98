/** Every update rule over 20 steps, also where the learning rate changes on the way, and weight decay beside L2. */
import { describe, expect, test } from 'vitest'
import { adam, type AdamOptions } from '../../../src/nn/optimizers/adam.ts'
import { momentum } from '../../../src/nn/optimizers/momentum.ts'
import { sgd } from '../../../src/nn/optimizers/sgd.ts'
import * as tf from '../../../src/nn/tf.ts'
import { update, type Step } from '../../../src/widgets/decay-under-adam/optimizers.ts'
import { expectLike, fixture, named, tensorOf, type Stored, type StoredByName } from '../fixture.ts'
import { bothWays } from '../ways.ts'

interface OptimizerCase {
  name: string
  optimizer: keyof typeof rules
  rate: number
  /** From the 11th step on. */
  later?: number
  options: AdamOptions & { mu?: number }
  start: Stored
  centre: Stored
  curvature: Stored
  weights: StoredByName
}
interface DecayCase {
  name: Step['variant']
  rate: number
  lambda: number
  start: Stored
  /** Of each step. */
  slopes: Stored
  weights: StoredByName
}

const rules = {
  sgd: (rate: number) => sgd(rate),
  momentum: (rate: number, { mu }: OptimizerCase['options']) => momentum(rate, mu),
  adam: (rate: number, options: OptimizerCase['options']) => adam(rate, options),
}
const steps = 20
const shown = (step: number) => `after ${step}`

const stored = fixture('optimizers') as { optimizers: OptimizerCase[]; decays: DecayCase[] }

export function optimizerSuite(): void {
  bothWays(() => {
    describe('update rules', () => {
      test.each(named(stored.optimizers))('%s', (_name, { optimizer, rate, later, options, ...given }) => {
        expect.hasAssertions()
        const rule = rules[optimizer](rate, options)
        const [w, centre, curvature] = tf.tidy(() => [
          tf.variable(tensorOf(given.start)),
          tensorOf(given.centre),
          tensorOf(given.curvature),
        ]) as [tf.Variable, tf.Tensor, tf.Tensor]
        const bowl = () => {
          const away = tf.sub(w, centre)
          const [left, right] = [tf.slice(away, [0, 0], [-1, 2]), tf.slice(away, [0, 1], [-1, 2])]
          return tf.add(
            tf.sum(tf.mul(curvature, tf.square(away)), -1),
            tf.mul(tf.sum(tf.mul(left, right), -1), 0.25),
          )
        }
        for (let step = 1; step <= steps; step++) {
          if (step === steps / 2 + 1) rule.learningRate = later ?? rate
          tf.dispose(rule.minimize(bowl, [w]))
          const expected = given.weights[shown(step)]
          if (expected) expectLike('steps', `weights after ${step}`, w.dataSync(), expected.values)
        }
        rule.dispose()
        tf.dispose([w, centre, curvature])
      })
    })
  })

  describe('penalties of two kinds', () => {
    test.each(named(stored.decays))(
      '%s',
      (_name, { name: variant, rate, lambda, start, slopes, weights }) => {
        expect.hasAssertions()
        const size = start.values.length
        const state = {
          theta: Float32Array.from(start.values),
          m: new Float32Array(size),
          v: new Float32Array(size),
        }
        for (let number = 1; number <= steps; number++) {
          const gradient = Float64Array.from(slopes.values.slice((number - 1) * size, number * size))
          update(state, gradient, { variant, number, rate, lambda })
          const expected = weights[shown(number)]
          if (expected) expectLike('steps', `weights after ${number}`, state.theta, expected.values)
        }
      },
    )
  })
}
