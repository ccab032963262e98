import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { engine } from '../../nn/engine.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { comingSteps } from './comingSteps.ts'
import { offsetsAt } from './offsets.ts'
import experiment from './train.ts'

const shiftsAt = (step: number, seeds: readonly number[], most = 0.5) =>
  read(() => offsetsAt(seeds, () => most)(step)).map((layer) => [...layer])

describe('covariate-shift', () => {
  keepsTheContract(experiment, { config: { steps: 100 }, steps: 2 })

  it('draws shifts between the limits that depend on seed and step alone', async () => {
    await engine.use('wasm')
    const layers = shiftsAt(7, [0, 3])
    expect(layers.map(({ length }) => length)).toEqual([64, 64, 64, 64, 64])
    expect(layers.flat().every((value) => Math.abs(value) <= 0.5)).toBe(true)
    expect(shiftsAt(7, [3])).toEqual(layers.map((layer) => layer.slice(32)))
    expect(shiftsAt(8, [0, 3])).not.toEqual(layers)
    const twice = shiftsAt(7, [0, 3], 1).flat()
    layers.flat().forEach((value, i) => expect(twice[i]).toBeCloseTo(2 * value, 6))
  })

  it('measures how far one step moves the means, beside the spread, and leaves the network as it was', async () => {
    await engine.use('wasm')
    const model = mlp({ inputs: 1, hidden: [1], outputs: 2, activation: 'relu', seeds: [0] })
    const set = (variable: tf.Variable, values: number[]) =>
      tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)))
    const [hidden, output] = model.layers
    set(hidden!.kernel, [1])
    set(output!.kernel, [1, -1])
    const before = read(() => [...model.params])
    // z = 1 and 3: mean 2, standard deviation 1. Both are of class 0; the logits are z and -z.
    const [x, y] = [tf.tensor3d([1, 3], [1, 2, 1]), tf.tensor2d([0, 0], [1, 2], 'int32')]
    const put = (k: number) => [tf.tensor3d([k * 0.25], [1, 1, 1])]
    const options = { x, y, batchSize: 2, count: 1, learningRate: 0.1, layer: 0 }
    const [moved] = read(() => comingSteps(model, options))
    // Of -log p(0) = log(1 + exp(-2z)) the slope by z is -2 / (1 + exp(2z)).
    const slope = (z: number) => -2 / (1 + Math.exp(2 * z))
    const kernel = 1 - (0.1 * (slope(1) * 1 + slope(3) * 3)) / 2
    const bias = (-0.1 * (slope(1) + slope(3))) / 2
    expect(moved![0]).toBeCloseTo(kernel * 2 + bias - 2, 5)
    const [shifted] = read(() => comingSteps(model, { ...options, offsets: put }))
    expect(shifted![0]! - moved![0]!).toBeCloseTo(0.25, 5)
    expect(read(() => [...model.params])).toEqual(before)
    expect(() => comingSteps(model, { ...options, count: 2 })).toThrow('at least 4 images, got 2')
    model.dispose()
    tf.dispose([x, y])
  })

  it('moves layer 3 of batch norm by the shift that is put in, and hardly without', async () => {
    const size = async (variant: 'batch' | 'batchShifted', shift: number) => {
      const { values } = (await viewAt(experiment, variant, 0, { shift })).moved
      return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
    }
    expect(await size('batch', 0.5)).toBeLessThan(0.1)
    // The difference of two uniform numbers has a variance of 2 a² / 3.
    expect(await size('batchShifted', 0.5)).toBeCloseTo(Math.sqrt((2 * 0.25) / 3), 1)
    expect(await size('batchShifted', 1)).toBeGreaterThan(1.5 * (await size('batchShifted', 0.5)))
  })
})
