import { beforeAll, expect, it } from 'vitest'
import { engine } from './engine.ts'
import { mlp } from './layers/mlp.ts'
import { l1Penalty, l2Penalty, weightNorm } from './penalties.ts'
import * as tf from './tf.ts'

beforeAll(() => engine.use('cpu'))

const model = () => {
  const made = mlp({ inputs: 2, hidden: [2], outputs: 1, activation: 'relu', seeds: [0, 1] })
  made.layers[0]!.kernel.assign(tf.tensor3d([1, -2, 0, 3, 0, 0, 0, 2], [2, 2, 2]))
  made.layers[1]!.kernel.assign(tf.tensor3d([-1, 1, 0.5, 0], [2, 2, 1]))
  for (const { bias } of made.layers) bias.assign(tf.fill(bias.shape, 7))
  return made
}

it('penalties are sums over the weights of each seed, without its biases', () => {
  const made = model()
  expect([...l2Penalty(made, 0.5).dataSync()]).toEqual([0.5 * 16, 0.5 * 4.25])
  expect([...l1Penalty(made, 0.5).dataSync()]).toEqual([0.5 * 8, 0.5 * 2.5])
  expect([...weightNorm(made).dataSync()]).toEqual([4, Math.fround(Math.sqrt(4.25))])
  made.dispose()
})

it('L2 pulls in proportion to a weight, L1 by its sign alone, and not at zero', () => {
  const made = model()
  const { kernel } = made.layers[0]!
  const pull = (penalty: typeof l1Penalty) => {
    const { grads } = tf.engine().gradients(() => penalty(made, 0.25), [kernel])
    return [...grads[0]!.dataSync()]
  }
  expect(pull(l2Penalty)).toEqual([0.5, -1, 0, 1.5, 0, 0, 0, 1])
  expect(pull(l1Penalty)).toEqual([0.25, -0.25, 0, 0.25, 0, 0, 0, 0.25])
  made.dispose()
})
