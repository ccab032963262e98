/** Activations: values and slopes as their formulas say, gradients, NaN. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import { activation } from '../activations/catalogue.ts'
import { activationNames, scalarActivations } from '../activations/scalar.ts'
import * as tf from '../tf.ts'
import { error, gradientError, noise, tolerances } from './error.ts'

const elementwiseNames = activationNames.filter((name) => name !== 'maxout')
/** Away from the kinks, where a difference would straddle them. */
const grid = Float32Array.from({ length: 40 }, (_, i) => (i - 19.5) / 4)

export function activationSuite(backend: Backend): void {
  const tolerance = tolerances[backend]
  describe('activations', () => {
    test.each(elementwiseNames)('%s has the value and slope of its formula', (name) => {
      const { value, slope } = scalarActivations[name]
      const x = tf.tensor3d(grid, [1, grid.length, 1])
      const layer = activation(name)
      const params = layer.init?.(1, 1) ?? []
      const y = layer.apply(x, params)
      const { grads } = tf.engine().gradients(() => tf.mul(layer.apply(x, params), 1), [x])
      expect(
        error(
          y.dataSync(),
          Array.from(grid, (each) => value(each)),
        ),
      ).toBeLessThan(1e-5)
      expect(
        error(
          grads[0]!.dataSync(),
          Array.from(grid, (each) => slope(each)),
        ),
      ).toBeLessThan(1e-5)
    })

    test.each(elementwiseNames)('%s against finite differences', (name) => {
      const layer = activation(name)
      const params = layer.init?.(2, 3) ?? []
      const x = tf.tensor3d(grid.slice(8, 32), [2, 4, 3])
      // A multiple of the result, because the gradient of x by x itself is more than tfjs can take.
      expect(
        gradientError((z, ...learned) => tf.mul(layer.apply(z, learned), 2), [x, ...params]),
      ).toBeLessThan(tolerance)
    })

    test('elu with another alpha', () => {
      const layer = activation('elu', { alpha: 0.4 })
      expect(
        gradientError((z) => layer.apply(z, []), [tf.tensor3d(grid.slice(14, 26), [1, 4, 3])]),
      ).toBeLessThan(tolerance)
    })

    test('maxout against finite differences', () => {
      const layer = activation('maxout', { pieces: 3 })
      expect(gradientError((z) => layer.apply(z, []), [noise([2, 2, 6], 'maxout', 2)])).toBeLessThan(
        tolerance,
      )
    })

    test('maxout is the greatest line of its formula', () => {
      const { value, slope, params } = scalarActivations.maxout
      const own = { w1: -0.7, b1: 0.3, w2: 0.9, b2: -0.1 }
      expect(params.map(({ name }) => name)).toEqual(Object.keys(own))
      const x = tf.tensor3d(grid, [1, grid.length, 1])
      const f = () =>
        activation('maxout').apply(
          tf.add(tf.matMul(x, tf.tensor3d([[[own.w1, own.w2]]])), tf.tensor3d([[[own.b1, own.b2]]])),
          [],
        )
      const { value: y, grads } = tf.engine().gradients(f, [x])
      expect(
        error(
          y.dataSync(),
          Array.from(grid, (each) => value(each, own)),
        ),
      ).toBeLessThan(1e-5)
      expect(
        error(
          grads[0]!.dataSync(),
          Array.from(grid, (each) => slope(each, own)),
        ),
      ).toBeLessThan(1e-5)
    })

    test('pieces of maxout that tie share the gradient', () => {
      const z = tf.zeros([1, 1, 2])
      const { grads } = tf.engine().gradients(() => activation('maxout').apply(z, []), [z])
      expect(error(grads[0]!.dataSync(), [0.5, 0.5])).toBeLessThan(tolerance)
    })

    test('elu with another alpha lets NaN through', () => {
      // Many, because tfjs does not bother WebGL with few.
      const z = tf.tensor3d(new Float32Array(200).fill(NaN), [1, 1, 200])
      expect([...activation('elu', { alpha: 0.4 }).apply(z, []).dataSync()].every(Number.isNaN)).toBe(true)
    })

    /** The sign bit of a NaN means nothing, but some kernels look at it; infinity minus infinity often has it set. */
    const kinds = { 'a NaN': 0x7fc00000, 'a NaN with its sign bit set': 0xffc00000 }
    test.each(
      Object.entries(kinds).flatMap(([kind, bits]) =>
        activationNames.map((name) => [name, kind, bits] as const),
      ),
    )('%s lets %s through, wherever it stands', (name, _kind, bits) => {
      const layer = activation(name)
      const width = 12
      const values = new Float32Array(width * width).fill(0.5)
      // Written as bits: a number of JavaScript would lose the sign.
      const words = new Uint32Array(values.buffer)
      for (let row = 0; row < width; row++) words[row * width + row] = bits
      const z = tf.tensor3d(values, [1, width, width])
      const a = layer.apply(z, layer.init?.(1, width / layer.pieces) ?? [])
      const out = a.dataSync()
      const units = width / layer.pieces
      for (let row = 0; row < width; row++) expect(out[row * units + (row % units)]).toBeNaN()
    })

    test('relu of infinity minus infinity is not a number', () => {
      const infinities = tf.mul(tf.ones([1, 20, 20]), Infinity)
      expect([...tf.relu(tf.sub(infinities, infinities)).dataSync()].every(Number.isNaN)).toBe(true)
    })
  })
}
