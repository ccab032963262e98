/** What whole networks say of many rows in single kernels: equal to the ordinary ops. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { mlp } from '../layers/mlp.ts'
import { meanSquaredError } from '../losses.ts'
import { accuracy, binaryAccuracy } from '../metrics.ts'
import { error, noise } from '../suites/error.ts'
import * as tf from '../tf.ts'
import { denseStackApply, denseStackEvaluate } from './denseStack.ts'
import { setSimd } from './heap.ts'
import { losses, start, type Case } from './stackCase.ts'

beforeAll(() => engine.use('wasm'))
afterEach(() => setSimd(true))

describe('what a network says of many rows', () => {
  const whole = (given: Case) => {
    const made = start(given)
    setSimd(false)
    const logits = made.model.apply(made.x)
    const loss = losses[made.loss](made.y, logits)
    const share =
      made.loss === 'softmaxCrossEntropy' ? accuracy(made.y, logits) : binaryAccuracy(made.y, logits)
    setSimd(true)
    return { ...made, logits, expected: [...loss.dataSync(), ...share.dataSync()] }
  }

  test.each([1, 3, 128, 131, 300])('%i rows', (rows) => {
    for (const [loss, outputs] of [
      ['softmaxCrossEntropy', 10],
      ['softmaxCrossEntropy', 4],
      ['sigmoidCrossEntropy', 1],
    ] as const) {
      const { model, x, y, logits, expected } = whole({ loss, outputs, rows, hidden: [6, 8] })
      const apply = denseStackApply(model, x)!
      expect(apply.shape).toEqual(logits.shape)
      expect(error(apply.dataSync(), logits.dataSync())).toBeLessThan(1e-5)
      expect(error(denseStackEvaluate(model, loss, x, y)!.dataSync(), expected)).toBeLessThan(1e-5)
    }
  })

  test('a mean of squares', () => {
    const { model, x, y } = start({ loss: 'meanSquaredError', outputs: 3 })
    const [first, second] = denseStackEvaluate(model, 'meanSquaredError', x, y)!.dataSync()
    setSimd(false)
    const expected = meanSquaredError(y, model.apply(x)).dataSync()
    expect(error([first!, second!], expected)).toBeLessThan(1e-5)
  })

  test('rows that all seeds share, and one network of several', () => {
    const { model } = start({})
    const x = noise([1, 50, 3], 'shared')
    const all = denseStackApply(model, x)!
    const second = denseStackApply(model, x, 1)!
    setSimd(false)
    expect(error(all.dataSync(), model.apply(x).dataSync())).toBeLessThan(1e-5)
    expect(error(second.dataSync(), model.apply(x, { replica: 1 }).dataSync())).toBeLessThan(1e-5)
  })

  test('small losses keep their relative precision', () => {
    const model = mlp({ inputs: 1, hidden: [], outputs: 1, activation: 'linear', seeds: [0] })
    model.params[0]!.assign(tf.tensor3d([[[1]]]))
    const loss = (z: number) =>
      denseStackEvaluate(
        model,
        'sigmoidCrossEntropy',
        tf.tensor3d([[[z]]]),
        tf.tensor2d([[1]]),
      )!.dataSync()[0]!
    for (const z of [0, 1, 5, 12, 20, 40, 80])
      expect(Math.abs(loss(z) / Math.log1p(Math.exp(-z)) - 1)).toBeLessThan(1e-5)
    expect(loss(-60)).toBeCloseTo(60, 4)
  })
})
