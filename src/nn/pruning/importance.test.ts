import { beforeAll, describe, expect, it } from 'vitest'
import { engine } from '../engine.ts'
import { heNormal } from '../initializers.ts'
import { mlp } from '../layers/mlp.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import { random } from '../random.ts'
import { read } from '../tensors.ts'
import * as tf from '../tf.ts'
import { criteria } from './criteria.ts'
import { cutOrder, masksAt } from './cutOrder.ts'
import { hessianDiagonal } from './hessianDiagonal.ts'
import { importance } from './importance.ts'

const seeds = [0, 3]
const rows = 12
const [inputs, classes] = [4, 3]

const network = (activation: 'relu' | 'tanh' = 'relu') =>
  mlp({
    inputs,
    hidden: [6, 5],
    outputs: classes,
    activation,
    kernelInitializer: heNormal(),
    biasInitializer: heNormal(),
    seeds,
  })

const numbers = (size: number, name: string) => {
  const draw = random(7).split(name)
  return Float32Array.from({ length: size }, () => draw.normal())
}
const x = () => tf.tensor3d(numbers(2 * rows * inputs, 'x'), [2, rows, inputs])
const labels = () =>
  tf.tensor2d(
    Int32Array.from({ length: 2 * rows }, (_, i) => i % classes),
    [2, rows],
    'int32',
  )
const randoms = () => seeds.map((seed) => random(seed).split('pruning'))

describe('the diagonal of the Hessian', () => {
  beforeAll(() => engine.use('cpu'))

  it('is what finite differences of the gradient give, for every weight of every layer', () => {
    const before = engine.tensors()
    const model = network()
    const [at, y] = [x(), labels()]
    const gradient = (layer: number): Float32Array => {
      const { kernel } = model.layers[layer]!
      const loss = () => tf.sum(softmaxCrossEntropy(y, model.apply(at)))
      return read(() => [tf.engine().gradients(loss, [kernel]).grads[0]!])[0]!
    }
    const found = read(() => hessianDiagonal(model, at))
    const step = 1e-3
    model.layers.forEach(({ kernel }, layer) => {
      const weights = kernel.dataSync().slice() as Float32Array
      const moved = (i: number, by: number) => {
        const other = weights.slice()
        other[i]! += by
        tf.tidy(() => kernel.assign(tf.tensor(other, kernel.shape)))
        return gradient(layer)[i]!
      }
      weights.forEach((_, i) => {
        const numeric = (moved(i, step) - moved(i, -step)) / (2 * step)
        expect(found[layer]![i], `layer ${layer} weight ${i}`).toBeCloseTo(numeric, 3)
      })
      tf.tidy(() => kernel.assign(tf.tensor(weights, kernel.shape)))
    })
    expect(Math.max(...found.map((layer) => Math.max(...layer)))).toBeGreaterThan(0.05)
    model.dispose()
    tf.dispose([at, y])
    expect(engine.tensors()).toBe(before)
  })

  it('refuses layers that bend, of which it is no diagonal of the Hessian', () => {
    const model = network('tanh')
    const at = x()
    expect(() => hessianDiagonal(model, at)).toThrow(/expected layers of .*relu.*, got tanh/)
    model.dispose()
    at.dispose()
  })
})

describe('the criteria', () => {
  beforeAll(() => engine.use('wasm'))

  it.each(criteria)('%s gives one score for each weight, and the same again', (criterion) => {
    const before = engine.tensors()
    const model = network()
    const at = x()
    const asked = { model, x: at, randoms: randoms() }
    const scores = importance(criterion, asked)
    expect(scores.map(({ length }) => length)).toEqual(model.layers.map(({ kernel }) => kernel.size))
    expect(importance(criterion, { ...asked, randoms: randoms() })).toEqual(scores)
    const sizes = model.layers.flatMap(({ kernel }) => [...kernel.dataSync()].map(Math.abs))
    const kept = masksAt(cutOrder(scores, 2, 'global'), 0.5).flatMap((mask) => [...mask])
    const mean = (which: number) => {
      const chosen = sizes.filter((_, i) => kept[i] === which)
      return chosen.reduce((sum, size) => sum + size, 0) / chosen.length
    }
    const ahead = { magnitude: 2, saliency: 1.2, random: 0.5, smallestKept: 0 }[criterion]
    const behind = { magnitude: 9, saliency: 9, random: 2, smallestKept: 0.5 }[criterion]
    expect(mean(1) / mean(0)).toBeGreaterThan(ahead)
    expect(mean(1) / mean(0)).toBeLessThan(behind)
    model.dispose()
    at.dispose()
    expect(engine.tensors()).toBe(before)
  })

  it('saliency asks for rows', () => {
    const model = network()
    expect(() => importance('saliency', { model, randoms: randoms() })).toThrow(/expected rows/)
    model.dispose()
  })

  it('saliency knows an input that is always 0, and magnitude does not', () => {
    const model = network()
    const at = tf.tidy(() => tf.mul(x(), tf.tensor1d([1, 1, 1, 0])))
    const [first] = importance('saliency', { model, x: at, randoms: randoms() })
    const [sizes] = importance('magnitude', { model, x: at, randoms: randoms() })
    const silent = (values: Float32Array) => [...values.subarray(18, 24)]
    expect(silent(first!)).toEqual([0, 0, 0, 0, 0, 0])
    expect(Math.min(...silent(sizes!))).toBeGreaterThan(0)
    model.dispose()
    at.dispose()
  })
})
