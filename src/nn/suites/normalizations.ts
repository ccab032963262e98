/** Every normalization layer against plain loops, and networks with them against finite differences. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import { engine } from '../engine.ts'
import { normal } from '../initializers.ts'
import { mlp, type MlpOptions } from '../layers/mlp.ts'
import { batchNormalization } from '../layers/normalization/batchNormalization.ts'
import { groupNormalization } from '../layers/normalization/groupNormalization.ts'
import { instanceNormalization } from '../layers/normalization/instanceNormalization.ts'
import { layerNormalization } from '../layers/normalization/layerNormalization.ts'
import type { Normalization, NormalizesActivations } from '../layers/normalization/normalization.ts'
import { rmsNormalization } from '../layers/normalization/rmsNormalization.ts'
import { weightNormalization } from '../layers/normalization/weightNormalization.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import * as tf from '../tf.ts'
import { error, gradientError, noise, tolerances } from './error.ts'
import { reference, weightReference, type Case } from './normalizationReference.ts'

const [seeds, batch, channels] = [2, 5, 6]

const layers: [string, NormalizesActivations, Pick<Case, 'keyOf' | 'center'>][] = [
  ['batch', batchNormalization(), { center: true, keyOf: (s, _n, _p, c) => `${s} ${c}` }],
  ['layer', layerNormalization(), { center: true, keyOf: (s, n) => `${s} ${n}` }],
  [
    'group',
    groupNormalization({ groups: 3 }),
    { center: true, keyOf: (s, n, _p, c) => `${s} ${n} ${Math.floor(c / 2)}` },
  ],
  ['instance', instanceNormalization(), { center: true, keyOf: (s, n, _p, c) => `${s} ${n} ${c}` }],
  ['rms', rmsNormalization(), { center: false, keyOf: (s, n) => `${s} ${n}` }],
]
const shapes: [string, number[]][] = [
  ['units', []],
  ['one spatial axis', [4]],
  ['images', [2, 3]],
]
const cases = layers.flatMap(([name, kind, how]) =>
  shapes
    .filter(([, spatial]) => name !== 'instance' || spatial.length > 0)
    .map(([of, spatial]) => [name, of, spatial, kind, how] as const),
)

export function normalizationSuite(backend: Backend): void {
  const tolerance = tolerances[backend]
  describe('normalization', () => {
    test.each(cases)(
      '%s, of %s: output and gradients as plain loops have them',
      (_name, _of, spatial, kind, how) => {
        const layer = kind.build(seeds, channels)
        const shape = [seeds, batch, ...spatial, channels]
        const [x, dy] = [tf.add(noise(shape, 'x', 2), 1), noise(shape, 'dy')]
        layer.gamma.assign(noise([seeds, 1, channels], 'gamma'))
        layer.beta.assign(noise([seeds, 1, channels], 'beta'))
        const places = x.size / seeds / batch / channels
        const sizes = { seeds, batch, places, channels, epsilon: 1e-3 }
        const expected = reference(
          { ...sizes, ...how },
          x.dataSync(),
          layer.gamma.dataSync(),
          layer.beta.dataSync(),
          dy.dataSync(),
        )
        const level = engine.tensors()
        const { value, grads } = tf
          .engine()
          .gradients(() => layer.apply(x, { training: true }), [x, layer.gamma, layer.beta], dy)
        expect(engine.tensors() - level).toBe(4)
        expect(value.shape).toEqual(shape)
        expect(error(value.dataSync(), expected.y)).toBeLessThan(1e-5)
        const [dx, dgamma, dbeta] = grads.map((gradient) => gradient.dataSync())
        expect(error(dx!, expected.dx)).toBeLessThan(1e-5)
        expect(error(dgamma!, expected.dgamma)).toBeLessThan(1e-5)
        expect(error(dbeta!, expected.dbeta)).toBeLessThan(1e-5)
        tf.dispose([x, dy, value, ...grads, layer.gamma, layer.beta])
      },
    )

    test('weight: output and gradients as plain loops have them', () => {
      const shape = [2, 7, 5] as const
      const v: tf.Variable = tf.variable(noise([...shape], 'v'))
      const { gain, kernel } = weightNormalization().build(v)
      // It starts as what it takes the place of.
      expect(error(kernel(v).dataSync(), v.dataSync())).toBeLessThan(1e-6)
      gain.assign(noise([2, 1, 5], 'g'))
      const dw = noise([...shape], 'dw')
      const expected = weightReference(shape, v.dataSync(), gain.dataSync(), dw.dataSync())
      const { value, grads } = tf.engine().gradients(() => kernel(v), [v, gain], dw)
      expect(error(value.dataSync(), expected.w)).toBeLessThan(1e-5)
      expect(error(grads[0]!.dataSync(), expected.dv)).toBeLessThan(1e-5)
      expect(error(grads[1]!.dataSync(), expected.dg)).toBeLessThan(1e-5)
    })

    test.each(layers)('%s: output by finite differences', (_name, kind) => {
      const layer = kind.build(2, 6)
      // Two numbers alone would be a step from -1 to 1, too steep for differences.
      const shape = [2, 2, 5, 6]
      const apply = (x: tf.Tensor, beta: tf.Tensor) => layer.apply(x, { training: true, beta })
      expect(gradientError(apply, [noise(shape, 'x'), noise([2, 1, 6], 'beta')])).toBeLessThan(tolerance)
      const still = (x: tf.Tensor) => layer.apply(x)
      expect(gradientError(still, [noise(shape, 'x')])).toBeLessThan(tolerance)
    })

    const kinds: [string, Normalization][] = [
      ...layers
        .filter(([name]) => name !== 'instance')
        .map(([name, kind]) => [name, kind] as [string, Normalization]),
      ['weight', weightNormalization()],
    ]
    test.each(kinds)(
      '%s: every parameter of a small network, by finite differences',
      (_name, normalization) => {
        expect(networkError({ normalization, hidden: [6, 3] })).toBeLessThan(4 * tolerance)
      },
    )
  })
}

/** The largest error of the gradients of the loss by all parameters, in training mode. */
function networkError(own: Partial<MlpOptions>): number {
  const model = mlp({
    inputs: 3,
    hidden: [],
    outputs: 3,
    activation: 'tanh',
    kernelInitializer: normal(1),
    seeds: [0, 1],
    ...own,
  })
  const labels = tf.tensor2d([0, 2, 1, 1, 0, 2, 2, 1], [2, 4], 'int32')
  const x = noise([2, 4, 3], 'x')
  const loss = () => softmaxCrossEntropy(labels, model.apply(x, { training: true }))
  const { grads } = tf.engine().gradients(loss, [...model.params])
  const h = 0.01
  const errors = model.params.map((param, index) => {
    const start = param.dataSync().slice()
    const at = (element: number, offset: number) => {
      const values = start.slice()
      values[element]! += offset
      return tf.tidy(() => {
        param.assign(tf.tensor(values, param.shape))
        return tf.sum(loss()).dataSync()[0]!
      })
    }
    const expected = Array.from({ length: param.size }, (_, element) => {
      const [p2, p1, m1, m2] = [2, 1, -1, -2].map((k) => at(element, k * h)) as [
        number,
        number,
        number,
        number,
      ]
      return (8 * (p1 - m1) - (p2 - m2)) / (12 * h)
    })
    tf.tidy(() => param.assign(tf.tensor(start, param.shape)))
    return error(grads[index]!.dataSync(), expected)
  })
  model.dispose()
  tf.dispose([labels, x, ...grads])
  return Math.max(...errors)
}
