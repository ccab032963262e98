import { afterEach, expect, test } from 'vitest'
import { engine } from './engine.ts'
import { evaluate } from './evaluate.ts'
import { mlp } from './layers/mlp.ts'
import { setSimd } from './simd/heap.ts'
import { noise } from './suites/error.ts'
import * as tf from './tf.ts'

afterEach(() => setSimd(true))

test.each([
  ['softmaxCrossEntropy', 4],
  ['sigmoidCrossEntropy', 1],
] as const)('loss and accuracy for %s, on cpu, plain wasm and in one kernel', async (loss, outputs) => {
  await engine.use('cpu')
  const model = mlp({ inputs: 2, hidden: [5], outputs, activation: 'relu', seeds: [0, 1, 2] })
  const rows = {
    x: noise([3, 60, 2], 'x'),
    y: tf.tensor2d(
      Int32Array.from({ length: 180 }, (_, i) => i % Math.max(2, outputs)),
      [3, 60],
      'int32',
    ),
  }
  const level = engine.tensors()
  const said = [evaluate(model, loss, rows)]
  await engine.use('wasm')
  setSimd(false)
  said.push(evaluate(model, loss, rows))
  setSimd(true)
  said.push(evaluate(model, loss, rows))
  for (const each of said) {
    expect([...each.accuracy].map((share) => Math.round(share * 60))).toEqual(
      [...said[0]!.accuracy].map((share) => Math.round(share * 60)),
    )
    each.loss.forEach((value, seed) => expect(value).toBeCloseTo(said[0]!.loss[seed]!, 5))
  }
  expect(engine.tensors()).toBe(level)
})
