/** Every fast kernel equals what computes without it; sizes with every remainder. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { activation } from '../activations/catalogue.ts'
import { engine } from '../engine.ts'
import { updateKernel } from '../kernels/updates.ts'
import { normalize } from '../layers/normalization/normalize.ts'
import { error, gradientError, noise } from '../suites/error.ts'
import * as tf from '../tf.ts'
import { setSimd, simdState } from './heap.ts'

beforeAll(() => engine.use('wasm'))
afterEach(() => setSimd(true))

/** The greatest difference with and without the kernels, as `error` has it. */
function difference(compute: () => tf.Tensor | tf.Tensor[]): number {
  const values = [true, false].map((on) => {
    setSimd(on)
    return tf.tidy(() => [compute()].flat().map((each) => ({ shape: each.shape, values: each.dataSync() })))
  })
  setSimd(true)
  const [fast, plain] = values as [(typeof values)[0], (typeof values)[0]]
  expect(fast.map(({ shape }) => shape)).toEqual(plain.map(({ shape }) => shape))
  return Math.max(...fast.map((each, i) => error(each.values, plain[i]!.values)))
}

test('the kernels are there, and can be switched off', () => {
  expect(simdState()).toBe('on')
  setSimd(false)
  expect(simdState()).toBe('off')
})

const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 33]

describe('matrix products', () => {
  test.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('of all sizes, transposed %s, %s', (transposeA, transposeB) => {
    for (const m of sizes)
      for (const n of sizes)
        for (const k of [1, 3, 8, 70]) {
          const a = noise(transposeA ? [2, k, m] : [2, m, k], 'a')
          const b = noise(transposeB ? [2, n, k] : [2, k, n], 'b')
          expect(difference(() => tf.matMul(a, b, transposeA, transposeB))).toBeLessThan(1e-5)
          tf.dispose([a, b])
        }
  })

  test.each([
    [
      [3, 100, 20],
      [1, 20, 12],
    ],
    [
      [1, 100, 20],
      [3, 20, 12],
    ],
    [
      [2, 3, 5, 7],
      [2, 3, 7, 4],
    ],
    [
      [1, 1, 5, 7],
      [2, 3, 7, 4],
    ],
    [
      [5, 7],
      [7, 4],
    ],
    [
      [3, 5, 7],
      [7, 4],
    ],
  ])('of shapes %j and %j', (shapeA, shapeB) => {
    expect(difference(() => tf.matMul(noise(shapeA, 'a'), noise(shapeB, 'b')))).toBeLessThan(1e-5)
  })
})

describe('activations', () => {
  const extremes = [NaN, Infinity, -Infinity, 0, -0, 1e-30, -1e-30, 100, -100, 88, -88, 9, -9, 1e-3]
  test.each(['relu', 'leakyRelu', 'elu', 'tanh', 'sigmoid', 'silu'] as const)('%s', (name) => {
    const apply = (x: tf.Tensor) => activation(name).apply(x, [])
    for (const size of sizes) {
      const z = noise([1, 1, size], 'z', 4)
      expect(difference(() => apply(z))).toBeLessThan(1e-6)
    }
    const ends = tf.tensor3d(extremes, [1, 1, extremes.length])
    const [fast, plain] = [true, false].map((on) => {
      setSimd(on)
      return [...apply(ends).dataSync()]
    }) as [number[], number[]]
    const close = (x: number, y: number) => (Number.isFinite(y) ? Math.abs(x - y) < 1e-6 : Object.is(x, y))
    expect(fast.filter((each, i) => !close(each, plain[i]!))).toEqual([])
  })

  test.each(['elu', 'tanh', 'sigmoid'] as const)('%s of tiny inputs keeps its relative precision', (name) => {
    const z = tf.tensor3d([1e-10, -1e-10, 3e-5, -3e-5, 1e-3, -1e-3], [1, 1, 6])
    const apply = (x: tf.Tensor) => activation(name).apply(x, [])
    const exact = { elu: Math.expm1, tanh: Math.tanh, sigmoid: (x: number) => 1 / (1 + Math.exp(-x)) }[name]
    const inputs = z.dataSync()
    apply(z)
      .dataSync()
      .forEach((y, i) => {
        const expected = name === 'elu' && inputs[i]! > 0 ? inputs[i]! : exact(inputs[i]!)
        expect(Math.abs(y / expected - 1)).toBeLessThan(1e-6)
      })
  })
})

describe('gradients of activations', () => {
  test.each(['relu', 'elu', 'tanh', 'sigmoid'] as const)('%s', (name) => {
    const f = (x: tf.Tensor) => activation(name).apply(x, [])
    for (const size of sizes) {
      const [x, dy] = [noise([size], 'x', 2), noise([size], 'dy')]
      expect(difference(() => tf.engine().gradients(() => f(x), [x], dy).grads)).toBeLessThan(1e-6)
    }
  })

  test('NaN goes through where the slope is 0', () => {
    const x = tf.tensor1d([-1, -1, 1, NaN, -1])
    const dy = tf.tensor1d([NaN, Infinity, NaN, 1, 2])
    const [dx] = tf.engine().gradients(() => tf.relu(x), [x], dy).grads
    expect([...dx!.dataSync().subarray(0, 3)]).toEqual([NaN, NaN, NaN])
    expect(dx!.dataSync()[4]).toBe(0)
  })

  test('a gradient of a gradient', () => {
    const first = tf.grad((x: tf.Tensor) => tf.square(tf.relu(x)))
    expect([
      ...tf
        .grad(first)(tf.tensor1d([0.5, -0.5]))
        .dataSync(),
    ]).toEqual([2, 0])
  })
})

test('a clone has its own numbers as soon as the original gets others', () => {
  const variable: tf.Variable = tf.variable(tf.tensor([1, 2, 3]))
  const clone = tf.clone(variable)
  const sum = tf.add(variable, 1)
  variable.assign(sum)
  tf.dispose(sum)
  expect([...clone.dataSync()]).toEqual([1, 2, 3])
  expect([...variable.dataSync()]).toEqual([2, 3, 4])
  variable.dispose()
  expect([...clone.dataSync()]).toEqual([1, 2, 3])
})

describe('rows', () => {
  test.each([
    [
      [2, 9, 5],
      [2, 1, 5],
    ],
    [
      [2, 9, 8],
      [2, 1, 8],
    ],
    [[2, 3, 4, 7], [7]],
    [
      [2, 3, 4, 8],
      [1, 1, 1, 8],
    ],
    [[5, 3], [3]],
    [
      [2, 3, 4],
      [3, 4],
    ],
    [
      [2, 3, 4],
      [2, 3, 1],
    ],
    [
      [2, 3, 4],
      [2, 3, 4],
    ],
    [[4], [3, 4]],
    [[3, 4], [1]],
  ])('added to and multiplied with %j: %j', (shape, row) => {
    const [x, y] = [noise(shape, 'x'), noise(row, 'row')]
    expect(difference(() => [tf.add(x, y), tf.mul(x, y)])).toBeLessThan(1e-6)
  })

  test.each([
    [[3, 10, 7], 1],
    [[3, 10, 7], 0],
    [[3, 10, 7], -1],
    [
      [3, 10, 7],
      [0, 1],
    ],
    [
      [3, 10, 7],
      [0, 2],
    ],
    [
      [3, 4, 5, 6],
      [0, 1, 2],
    ],
    [
      [3, 4, 5, 6],
      [2, 1],
    ],
    [[13], 0],
  ])('sums of %j over %j', (shape, axis) => {
    const x = noise(shape, 'x')
    expect(difference(() => [tf.sum(x, axis), tf.sum(x, axis, true), tf.sum(x)])).toBeLessThan(1e-5)
  })
})

describe('updates', () => {
  const rates = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, rate: 0.01, scale: 1.5 }
  test.each(sizes)('of %i numbers', (size) => {
    const [param, gradient, m] = ['w', 'g', 'm'].map((name) => noise([size], name))
    const v = tf.square(noise([size], 'v'))
    const of = (...inputs: tf.Tensor[]) => ({ param: inputs[0]!, gradient: inputs[1]! })
    const pair = of(param!, gradient!)
    expect(difference(() => updateKernel('SgdUpdate', pair, { lr: 0.1 }))).toBeLessThan(1e-6)
    const moving = { ...pair, v: m! }
    expect(difference(() => updateKernel('MomentumUpdate', moving, { lr: 0.1, mu: 0.9 }))).toBeLessThan(1e-6)
    const both = { ...pair, m: m!, v }
    expect(difference(() => updateKernel('AdamUpdate', both, rates))).toBeLessThan(1e-6)
  })

  test('moments that have all but vanished are 0, and NaN is not', () => {
    const full = (value: number) => tf.mul(tf.ones([9]), value)
    const zero = tf.zeros([9])
    const vanishing = { param: zero, gradient: zero, m: full(1e-30), v: full(1e-30) }
    const [, m, v] = updateKernel('AdamUpdate', vanishing, rates).map((each) => [...each.dataSync()])
    expect([m, v]).toEqual([Array(9).fill(0), Array(9).fill(0)])
    const tiny = { param: zero, gradient: full(1e-40), v: full(1e-30) }
    const velocity = updateKernel('MomentumUpdate', tiny, { lr: 1, mu: 0.9 })[1]!
    expect([...velocity.dataSync()]).toEqual(Array(9).fill(0))
    const broken = { param: zero, gradient: full(NaN), m: zero, v: zero }
    for (const each of updateKernel('AdamUpdate', broken, rates))
      expect([...each.dataSync()].every(Number.isNaN)).toBe(true)
  })
})

describe('normalization', () => {
  test.each([
    ['columns', (size: number) => ({ outer: 2, rows: 5, groups: size, width: 1 })],
    ['rows', (size: number) => ({ outer: 6, rows: 1, groups: 1, width: size })],
    ['groups of channels over places', (size: number) => ({ outer: 4, rows: 3, groups: 2, width: size })],
    ['channels over places', (size: number) => ({ outer: 4, rows: 5, groups: size, width: 1 })],
  ])('%s: output, moments and gradients', (_name, layoutOf) => {
    for (const size of sizes)
      for (const center of [true, false]) {
        const layout = { ...layoutOf(size), epsilon: 1e-3, center }
        const x = tf.add(noise([layout.outer * layout.rows * layout.groups * layout.width], 'x'), 0.5)
        const [gamma, beta] = ['gamma', 'beta'].map((name) =>
          noise([2, 1, layout.groups * layout.width], name),
        )
        const compute = () => {
          const moments: tf.Tensor[] = []
          const dy = noise(x.shape, 'dy')
          const inputs = [x, gamma!, beta!]
          const forward = () =>
            normalize(x, gamma!, beta!, layout, ({ mean, variance }) =>
              moments.push(tf.keep(tf.clone(mean)), tf.keep(tf.clone(variance))),
            )
          const { value, grads } = tf.engine().gradients(forward, inputs, dy)
          return [value, ...moments, ...grads]
        }
        expect(difference(compute)).toBeLessThan(2e-6)
      }
  })

  test('a gradient of its gradient', () => {
    const layout = { outer: 1, rows: 4, groups: 3, width: 1, epsilon: 1e-3, center: true }
    const [gamma, beta, x] = [noise([1, 1, 3], 'gamma'), noise([1, 1, 3], 'beta'), noise([1, 4, 3], 'x')]
    const weights = noise([1, 4, 3], 'weights')
    const first = (of: tf.Tensor) =>
      tf.grad((at) => tf.sum(tf.mul(weights, tf.square(normalize(at, gamma, beta, layout)))))(of)
    expect(gradientError(first, [x], 0.005)).toBeLessThan(1e-2)
  })
})
