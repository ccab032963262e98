import { beforeAll, describe, expect, it } from 'vitest'
import { engine } from '../engine.ts'
import { heNormal } from '../initializers.ts'
import { random } from '../random.ts'
import * as tf from '../tf.ts'
import { dropoutMasks, type DropoutOptions } from './dropout.ts'
import { mlp } from './mlp.ts'

const seeds = [0, 3]
const options = (more: Partial<DropoutOptions> = {}): DropoutOptions => ({
  rate: 0.3,
  hidden: [40, 20],
  rows: 50,
  randoms: seeds.map((seed) => random(seed).split('dropout')),
  ...more,
})
const numbers = (masks: tf.Tensor[]) => masks.map((mask) => mask.dataSync())

beforeAll(() => engine.use('cpu'))

describe('dropoutMasks', () => {
  it('has a mask for each hidden layer, of zeros and of 1 / (1 - rate)', () => {
    const masks = dropoutMasks(options())(0)
    expect(masks.map(({ shape }) => shape)).toEqual([
      [2, 50, 40],
      [2, 50, 20],
    ])
    for (const mask of numbers(masks)) expect(new Set(mask)).toEqual(new Set([0, Math.fround(1 / 0.7)]))
    tf.dispose(masks)
  })

  it('keeps the mean of what it multiplies where it is inverted: within 1% over 100,000 draws', () => {
    const [inverted, bare] = (['inverted', 'none'] as const).map((scaling) => {
      const [mask] = dropoutMasks(options({ scaling, hidden: [1000] }))(0)
      const mean = tf.tidy(() => tf.mean(mask!).dataSync()[0]!)
      mask!.dispose()
      return mean
    })
    expect(inverted).toBeGreaterThan(0.99)
    expect(inverted).toBeLessThan(1.01)
    expect(bare! / 0.7).toBeCloseTo(inverted!, 5)
  })

  it('is drawn for each row, step and seed anew, and is the same whenever it is asked for', () => {
    const masks = dropoutMasks(options())
    const [again, first, second] = [masks(7), dropoutMasks(options())(7), masks(8)].map((each) => {
      const found = numbers(each)
      tf.dispose(each)
      return found
    })
    expect(again).toEqual(first)
    expect(second).not.toEqual(first)
    const [layer] = first!
    expect(layer!.subarray(0, 40)).not.toEqual(layer!.subarray(40, 80))
    expect(layer!.subarray(0, 2000)).not.toEqual(layer!.subarray(2000))
    const alone = dropoutMasks(options({ randoms: [random(3).split('dropout')] }))(7)
    expect(numbers(alone)[0]).toEqual(layer!.subarray(2000))
    tf.dispose(alone)
  })

  it.each([-0.1, 1, Number.NaN])('refuses a rate of %d', (rate) => {
    expect(() => dropoutMasks(options({ rate }))).toThrow(/rate of at least 0 and less than 1/)
  })
})

it('a unit that is masked in a network says nothing to the next layer, and is not moved by its row', () => {
  const model = mlp({
    inputs: 3,
    hidden: [4, 5],
    outputs: 2,
    activation: 'tanh',
    kernelInitializer: heNormal(),
    seeds: [1],
  })
  const x = tf.tensor3d([0.3, -0.2, 0.9], [1, 1, 3])
  const masks = [tf.tensor3d([1, 0, 1, 0], [1, 1, 4]), tf.tensor3d([2, 2, 0, 2, 2], [1, 1, 5])]
  const plain = model.trace(x)
  const traced = model.trace(x, { masks })
  expect([...traced[0]!.a.dataSync()].map((a) => a === 0)).toEqual([false, true, false, true])
  expect(Math.abs(traced[1]!.a.dataSync()[2]!)).toBe(0)
  expect(traced[0]!.z.dataSync()).toEqual(plain[0]!.z.dataSync())
  expect([...model.apply(x, { masks }).dataSync()]).toEqual([...traced[2]!.a.dataSync()])
  expect(model.apply(x, { masks }).dataSync()).not.toEqual(plain[2]!.a.dataSync())
  const { grads } = tf.engine().gradients(() => tf.sum(model.apply(x, { masks })), [model.layers[0]!.kernel])
  const byUnit = [0, 1, 2, 3].map((unit) => [0, 1, 2].some((i) => grads[0]!.dataSync()[4 * i + unit] !== 0))
  expect(byUnit).toEqual([true, false, true, false])
  model.dispose()
})
