/** The wasm heap grows by getting a new buffer; views of the old one are dead. Every kernel of ours must survive that. */
import { beforeAll, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { normalize } from '../layers/normalization/normalize.ts'
import * as tf from '../tf.ts'
import { movingAverage } from './movingAverage.ts'
import { updateKernel } from './updates.ts'

beforeAll(() => engine.use('wasm'))

const heap = () => (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.buffer

/**
 * Runs `work`, keeping what it makes, until the heap has grown during it `times` times.
 * `check` is given every result.
 */
function untilGrown(times: number, work: () => tf.Tensor, check: (values: Float32Array) => void): void {
  const kept: tf.Tensor[] = []
  for (let grown = 0; grown < times;) {
    const before = heap()
    const made = work()
    kept.push(made)
    if (heap() !== before) grown++
    check(made.dataSync() as Float32Array)
  }
  tf.dispose(kept)
}

const [seeds, batch, units] = [2, 1000, 500]
const full = (shape: number[], value: number) => tf.mul(tf.ones(shape), value)

test.each<[string, () => () => tf.Tensor, number]>([
  [
    'add a row',
    () => {
      const [x, row] = [full([seeds, batch, units], 2), full([seeds, 1, units], 3)]
      return () => tf.add(x, row)
    },
    5,
  ],
  [
    'multiply by a row',
    () => {
      const [x, row] = [full([seeds, batch, units], 2), full([seeds, 1, units], 3)]
      return () => tf.mul(x, row)
    },
    6,
  ],
  [
    'tanh',
    () => {
      const x = full([seeds, batch, units], 0.5)
      return () => tf.tanh(x)
    },
    Math.tanh(0.5),
  ],
  [
    'relu',
    () => {
      const x = full([seeds, batch, units], 0.5)
      return () => tf.relu(x)
    },
    0.5,
  ],
  [
    'matrix product of transposes',
    () => {
      const [a, b] = [full([seeds, 8, batch], 0.5), full([seeds, units, 8], 0.25)]
      return () => tf.matMul(a, b, true, true)
    },
    1,
  ],
  [
    'optimizer step',
    () => {
      const [param, gradient, v] = [1, 2, 0].map((value) => full([seeds, batch, units], value))
      const inputs = { param: param!, gradient: gradient!, v: v! }
      return () => tf.tidy(() => updateKernel('MomentumUpdate', inputs, { lr: 0.25, mu: 0.9 })[0]!)
    },
    0.5,
  ],
  [
    'normalization',
    () => {
      const layout = { outer: seeds, rows: batch, groups: units, width: 1, epsilon: 1e-3, center: true }
      const [x, gamma, beta] = [
        full([seeds, batch, units], 7),
        ...[2, 5].map((n) => full([seeds, 1, units], n)),
      ]
      return () => tf.tidy(() => normalize(x, gamma!, beta!, layout))
    },
    5,
  ],
  [
    'moving average',
    () => {
      const [running, latest] = [full([seeds, batch, units], 4), full([seeds, batch * units], 8)]
      return () => movingAverage(running, latest, { momentum: 0.75, share: 0.5 })
    },
    7,
  ],
  [
    'gradient of normalization',
    () => {
      const layout = { outer: seeds * batch, rows: 1, groups: 1, width: units, epsilon: 1, center: false }
      const [x, gamma, beta] = [
        full([seeds, batch, units], 1),
        ...[2, 5].map((n) => full([seeds, 1, units], n)),
      ]
      // h = 1 / sqrt(2), so dx = (2 - h 2 h) / sqrt(2).
      return () => tf.tidy(() => tf.grad((of) => tf.sum(normalize(of, gamma!, beta!, layout)))(x))
    },
    Math.SQRT1_2,
  ],
])('%s while the heap grows', (_name, make, expected) => {
  const work = make()
  untilGrown(2, work, (values) =>
    expect(values.every((value) => Math.abs(value - expected) < 1e-5)).toBe(true),
  )
})
