/** In a browser, too, the kernels stand on the heap of tfjs's wasm backend, and equal the ordinary ops. */
import { expect, test } from 'vitest'
import { engine } from '../../src/nn/engine.ts'
import { evaluate } from '../../src/nn/evaluate.ts'
import { mlp } from '../../src/nn/layers/mlp.ts'
import { setSimd, simdState } from '../../src/nn/simd/heap.ts'
import { noise } from '../../src/nn/suites/error.ts'
import * as tf from '../../src/nn/tf.ts'

test('the kernels are on, and what they say is what the ordinary ops say', async () => {
  await engine.use('wasm')
  expect(simdState()).toBe('on')
  const model = mlp({ inputs: 2, hidden: [8, 8], outputs: 1, activation: 'tanh', seeds: [0, 1] })
  const rows = { x: noise([2, 50, 2], 'x'), y: tf.zeros([2, 50], 'int32') }
  const say = () => evaluate(model, 'sigmoidCrossEntropy', rows)
  const fast = say()
  setSimd(false)
  const plain = say()
  setSimd(true)
  fast.loss.forEach((loss, seed) => expect(loss).toBeCloseTo(plain.loss[seed]!, 5))
  expect([...fast.accuracy]).toEqual([...plain.accuracy])
})
