import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { engine } from '../../nn/engine.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { inBatches } from './inBatches.ts'
import { normalizations } from './normalizations.ts'
import { spreads } from './spreads.ts'
import experiment from './train.ts'

describe('batch-of-two', () => {
  keepsTheContract(experiment, { config: { steps: 100 }, steps: 2 })

  it('computes in small batches what the network does with each of them in training mode', async () => {
    await engine.use('wasm')
    const [seeds, rows, inputs, size] = [[0, 1], 6, 4, 2]
    const model = mlp({
      inputs,
      hidden: [5, 3],
      outputs: 2,
      activation: 'relu',
      normalization: normalizations.batch(0.9),
      seeds,
    })
    const draw = random(4).split('rows')
    const x = tf.tensor3d(
      Float32Array.from({ length: seeds.length * rows * inputs }, () => draw.normal()),
      [seeds.length, rows, inputs],
    )
    const [together, one, each, ofOne] = read(() => [
      inBatches(model, x, size).logits,
      inBatches(model, tf.slice(x, 1, 1), size, 1).logits,
      tf.concat(
        [0, 2, 4].map((from) => model.apply(tf.slice(x, [0, from, 0], [-1, size, -1]), { training: true })),
        1,
      ),
      model.apply(tf.slice(x, [1, 0, 0], [1, size, -1]), { replica: 1, training: true }),
    ])
    together!.forEach((value, i) => expect(value).toBeCloseTo(each![i]!, 5))
    ofOne!.forEach((value, i) => expect(one![i]).toBeCloseTo(value, 5))
    expect(() => inBatches(model, x, 4)).toThrow('expected rows in whole batches of 4, got 6')
    model.dispose()
    x.dispose()
  })

  it('shows +1 and -1 where batch norm has seen two images, and something else at inference', async () => {
    const { training, inference } = await viewAt(experiment, 'batch', 0)
    // 40 bins from -3 to 3: those around -1 and +1 hold all pairs whose difference is large beside epsilon.
    const { counts } = training.layers[0]!
    const share = (bins: readonly number[]) =>
      bins.reduce((sum, bin) => sum + counts[bin]!, 0) / counts.reduce((sum, count) => sum + count, 0)
    expect(share([13, 26])).toBeGreaterThan(0.8)
    expect(inference.layers[0]!.std).toBeGreaterThan(training.layers[0]!.std)
  })

  it('has statistics to show with batch norm alone', async () => {
    expect((await viewAt(experiment, 'batch', 1)).spreads).toMatchObject({ rows: 12, columns: 32 })
    for (const variant of ['none', 'layer', 'group'] as const) {
      const { spreads: none, training, inference } = await viewAt(experiment, variant, 1)
      expect(none).toBeUndefined()
      expect(training).toEqual(inference)
    }
  })

  it('puts the running standard deviations below those of the batches, with a gap between', () => {
    const { values, rows, limit } = spreads(Float32Array.of(1, 4, 9, 16), Float32Array.of(4, 16))
    expect([...values]).toEqual([1, 2, 3, 4, Number.NaN, Number.NaN, 2, 4])
    expect([rows, limit]).toEqual([4, 6])
  })
})
