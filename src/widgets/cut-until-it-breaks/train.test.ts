import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { defaults } from '../../lab/config.ts'
import { engine } from '../../nn/engine.ts'
import * as tf from '../../nn/tf.ts'
import setup, { clockAt, trainingSteps } from './config.ts'
import { cellsOf, keptShare, layerPicture } from './picture.ts'
import experiment from './train.ts'

const short = { updates: 40, images: 200 }
const trained = trainingSteps(short.updates)

describe('cut-until-it-breaks', () => {
  keepsTheContract(experiment, { config: short, steps: 4 })

  it('cuts what its step says, in every layer what the criterion leaves', async () => {
    const all = 144 * 100 + 100 * 100 + 100 * 10
    const before = await viewAt(experiment, 'magnitude', trained, short)
    expect(before.layers.map(keptShare)).toEqual([1, 1, 1])
    const { layers, kept } = await viewAt(experiment, 'magnitude', trained + 25, short)
    const keptCells = layers.reduce((sum, layer) => sum + keptShare(layer) * layer.units * layer.inputs, 0)
    expect(keptCells).toBeCloseTo(all / 2, 6)
    expect(kept.layers.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b), 0)).toBe(all / 2)
    // One threshold for the whole network: no weight that is kept is smaller than one that is cut.
    const shades = layers.map(cellsOf)
    const least = Math.min(...shades.flatMap((cells) => [...cells].filter((cell) => cell > 0)))
    const wrong = shades.flatMap((cells, l) => {
      const were = cellsOf(before.layers[l]!)
      return [...cells].filter((cell, i) => (cell === 0 ? were[i]! > least : cell < least))
    })
    expect(wrong).toEqual([])
  })

  it('takes the same share of each layer where each has its threshold', async () => {
    const { layers } = await viewAt(experiment, 'saliency', trained + 40, { ...short, scope: 'layer' })
    for (const layer of layers) expect(keptShare(layer)).toBeCloseTo(0.2, 6)
  })

  it('goes on from a moment between two cuts with the same numbers, and leaves no tensor behind', async () => {
    await engine.use('wasm')
    const config = { ...defaults(setup.config), ...short }
    const before = tf.memory().numTensors
    const whole = experiment.train({ config, variant: 'saliency', seeds: [0, 3] })
    await whole.next()
    const from = await (await whole.next(trained + 20)).value!.save!()
    const expected = await (await whole.next(10)).value!.measure()
    await whole.return()
    const again = experiment.train({
      config,
      variant: 'saliency',
      seeds: [0, 3],
      from: structuredClone(from),
    })
    expect((await again.next()).value).toMatchObject({ step: trained + 20, epoch: 40 })
    expect(await (await again.next(10)).value!.measure()).toEqual(expected)
    await again.return()
    expect(tf.memory().numTensors).toBe(before)
  })

  it('predicts no growth before the first cut, and more with every cut', async () => {
    await engine.use('wasm')
    const config = { ...defaults(setup.config), ...short }
    const run = experiment.train({ config, variant: 'random', seeds: [0] })
    await run.next()
    const first = await (await run.next(trained)).value!.measure()
    expect(first.predictedLoss).toEqual(first.loss)
    let last = first.predictedLoss[0]!
    for (let i = 0; i < 5; i++) {
      const { predictedLoss } = await (await run.next(9)).value!.measure()
      expect(predictedLoss[0]).toBeGreaterThan(last)
      last = predictedLoss[0]!
    }
    await run.return()
  })
})

it('counts percent from the end of training on', () => {
  expect([0, 10, 20, 21, 69].map((step) => clockAt(step, 400))).toEqual([-20, -10, 0, 2, 98])
})

it('paints units by inputs, nothing where a weight is cut', () => {
  const picture = layerPicture(Float32Array.of(0, -0.01, 0.07, 0, 0.4, -9), 2)
  expect(picture).toMatchObject({ units: 2, inputs: 3 })
  expect([...cellsOf(picture)]).toEqual([0, 2, 3, 1, 0, 3])
  expect(keptShare(picture)).toBeCloseTo(4 / 6, 9)
})

it('can be saved again and again, also when the buffers of a save are given away', async () => {
  await engine.use('wasm')
  const config = { ...defaults(setup.config), updates: 20, images: 200 }
  const saved: number[] = []
  for await (const frame of experiment.train({ config, variant: 'magnitude', seeds: [0] })) {
    const { tensors } = await frame.save!()
    saved.push(tensors[0]!.length)
    structuredClone(tensors, { transfer: tensors.map(({ buffer }) => buffer) })
    if (frame.step === 3) break
  }
  expect(saved).toEqual(saved.map(() => 144 * 100))
})
