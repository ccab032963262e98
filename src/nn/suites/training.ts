/** A short training. */
import { expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import { engine } from '../engine.ts'
import { glorotNormal } from '../initializers.ts'
import { mlp } from '../layers/mlp.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import { adam } from '../optimizers/adam.ts'
import * as tf from '../tf.ts'
import { noise } from './error.ts'

export function trainingSuite(backend: Backend): void {
  test('training falls, seed by seed, and leaves no tensor behind', () => {
    const model = mlp({
      inputs: 2,
      hidden: [8],
      outputs: 2,
      activation: 'tanh',
      kernelInitializer: glorotNormal(),
      seeds: [0, 1],
    })
    const rule = adam(0.02)
    const x = noise([2, 16, 2], 'x')
    const labels = tf.tidy(() => tf.cast(tf.greater(tf.sum(x, -1), 0), 'int32'))
    const step = () => {
      const loss = rule.minimize(() => softmaxCrossEntropy(labels, model.apply(x)), model.params)
      const values = [...loss.dataSync()]
      loss.dispose()
      return values
    }
    const first = step()
    const level = engine.tensors()
    const steps = backend === 'webgl' ? 5 : 50
    let last = first
    for (let i = 0; i < steps; i++) last = step()
    expect(engine.tensors()).toBe(level)
    last.forEach((loss, seed) => expect(loss).toBeLessThan(first[seed]!))
    model.dispose()
    rule.dispose()
    tf.dispose([x, labels])
  })
}
