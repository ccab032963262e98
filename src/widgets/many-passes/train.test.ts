import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { defaults } from '../../lab/config.ts'
import { engine } from '../../nn/engine.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { answersOf, finds } from './answers.ts'
import setup, { clockAt, columnsShown, trainingSteps } from './config.ts'
import { createPasses, wholeNetwork } from './passes.ts'
import experiment from './train.ts'

const short = { updates: 100, passes: 10 }
const trained = trainingSteps(short.updates)

describe('many-passes', () => {
  keepsTheContract(experiment, { config: short, steps: 3 })

  it('goes on from a moment between two passes with the same numbers, and leaves no tensor behind', async () => {
    await engine.use('wasm')
    const config = { ...defaults(setup.config), ...short }
    const before = tf.memory().numTensors
    const whole = experiment.train({ config, variant: 'rate50', seeds: [0, 3] })
    await whole.next()
    const from = await (await whole.next(trained + 2)).value!.save!()
    const expected = await (await whole.next(3)).value!.measure()
    await whole.return()
    const again = experiment.train({ config, variant: 'rate50', seeds: [0, 3], from: structuredClone(from) })
    expect((await again.next()).value).toMatchObject({ step: trained + 2, epoch: 2 })
    expect(await (await again.next(3)).value!.measure()).toEqual(expected)
    await again.return()
    expect(tf.memory().numTensors).toBe(before)
  })

  it('has a row for each pass that was made, then the average and all units at once', async () => {
    const { values, rows, columns } = (await viewAt(experiment, 'rate50', trained + 3, short)).truth
    expect([rows, columns]).toEqual([short.passes + 8, columnsShown])
    const row = (i: number) => Array.from(values.subarray(i * columns, (i + 1) * columns))
    expect(row(2).every((value) => value >= 0 && value <= 1)).toBe(true)
    expect(row(3).every(Number.isNaN)).toBe(true)
    const average = row(short.passes + 1)
    average.forEach((value, i) => expect(value).toBeCloseTo((row(0)[i]! + row(1)[i]! + row(2)[i]!) / 3, 5))
    const whole = row(rows - 1)
    expect(whole).toEqual(whole.toSorted((a, b) => b - a))
  })
})

it('counts passes from the end of training on', () => {
  expect([0, 10, 20, 21, 50].map((step) => clockAt(step, 400))).toEqual([-10, -5, 0, 1, 30])
})

it('averages probabilities, and makes other draws in every pass and for every image', async () => {
  await engine.use('wasm')
  const [seeds, rows] = [[3, 4], 5]
  const model = mlp({ inputs: 2, hidden: [8, 8], outputs: 3, activation: 'relu', seeds })
  const held = {
    x: tf.tensor3d(Array<number>(seeds.length * rows * 2).fill(1), [seeds.length, rows, 2]),
    y: tf.tensor2d(Array<number>(seeds.length * rows).fill(1), [seeds.length, rows], 'int32'),
  }
  const before = tf.memory().numTensors
  const passes = createPasses({ model, held, rate: 0.5, seeds })
  passes.add()
  passes.add()
  const [first, second] = passes.ofTruth
  expect(new Set(first).size).toBeGreaterThan(1)
  expect(first).not.toEqual(second)
  const means = Array.from(first!, (value, i) => (value + second![i]!) / 2)
  const loss = -means.reduce((sum, mean) => sum + Math.log(mean), 0) / rows
  expect(passes.said().loss[0]).toBeCloseTo(loss, 5)
  const [probabilities] = read(() => [tf.softmax(model.apply(held.x, { replica: 0 }))])
  const whole = wholeNetwork({ model, held, seeds })
  expect(whole.ofTruth[0]).toBeCloseTo(probabilities![1]!, 5)
  expect(whole.loss[0]).toBeCloseTo(-Math.log(probabilities![1]!), 5)
  expect(tf.memory().numTensors).toBe(before)
  model.dispose()
  tf.dispose([held.x, held.y])
})

it('finds mistakes by greater scores', () => {
  expect(answersOf([0.1, 0.9, 0.5, 0.5], [1, 1])).toMatchObject({ error: 0.5 })
  expect(finds([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1)
  expect(finds([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0)
  expect(finds([1, 1, 1], [0, 1, 0])).toBe(0.5)
  expect(finds([1, 2, 2, 3], [0, 1, 0, 1])).toBe(0.875)
  expect(finds([1, 2], [0, 0])).toBe(0.5)
})
