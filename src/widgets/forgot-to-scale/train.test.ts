import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { defaults } from '../../lab/config.ts'
import { engine } from '../../nn/engine.ts'
import { heNormal } from '../../nn/initializers.ts'
import { dropoutMasks } from '../../nn/layers/dropout.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { softmaxCrossEntropy } from '../../nn/losses.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { bins, testImages } from './config.ts'
import { reliability } from './reliability.ts'
import experiment from './train.ts'

describe('forgot-to-scale', () => {
  keepsTheContract(experiment, { config: { steps: 100 }, steps: 2 })

  it('uses one network in two ways: not scaled and scaled have the same weights', async () => {
    await engine.use('wasm')
    const weights = async (variant: 'unscaled' | 'scaled') => {
      const frames = experiment.train({ config: defaults(setup.config), variant, seeds: [0] })
      await frames.next()
      const frame = (await frames.next(3)).value
      const { tensors } = await frame!.save!()
      const said = await frame!.predict!(new Float32Array(144).fill(0.5), 1)
      await frames.return()
      return { tensors, said }
    }
    const [unscaled, scaled] = [await weights('unscaled'), await weights('scaled')]
    expect(scaled.tensors).toEqual(unscaled.tensors)
    expect(scaled.said).not.toEqual(unscaled.said)
  })

  it('sorts all test images into its bins', async () => {
    const { reliability: of } = await viewAt(experiment, 'inverted', 1)
    expect(of.counts.reduce((sum, count) => sum + count, 0)).toBe(testImages)
    of.counts.forEach((count, bin) => {
      if (count === 0) return
      expect(of.confidence[bin]).toBeGreaterThanOrEqual(bin / bins - 1e-6)
      expect(of.confidence[bin]).toBeLessThanOrEqual((bin + 1) / bins + 1e-6)
    })
  })
})

it('counts a right answer of 0.8 and a wrong one of 1', () => {
  const { counts, confidence, right } = reliability([0.2, 0.8, 0, 1, 0, 0], [1, 1])
  expect([...counts]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
  expect(confidence[8]).toBeCloseTo(0.8, 6)
  expect([right[8], right[9]]).toEqual([1, 0])
})

it('weights W under unscaled masks are weights pW under inverted ones, where gradients are 1 / p times as large', async () => {
  await engine.use('wasm')
  const [rate, rows, hidden] = [0.4, 6, [5, 4]]
  const keep = 1 - rate
  const build = () =>
    mlp({ inputs: 3, hidden, outputs: 2, activation: 'relu', kernelInitializer: heNormal(), seeds: [1] })
  const [trained, twin] = [build(), build()]
  for (const { kernel } of twin.layers.slice(1)) kernel.assign(tf.tidy(() => tf.mul(kernel, keep)))
  const draw = random(2).split('rows')
  const x = tf.tensor3d(
    Float32Array.from({ length: rows * 3 }, () => draw.normal()),
    [1, rows, 3],
  )
  const y = tf.tensor2d([0, 1, 1, 0, 1, 0], [1, rows], 'int32')
  const of = (model: typeof trained, scaling: 'none' | 'inverted') => {
    const masks = dropoutMasks({ rate, scaling, hidden, rows, randoms: [random(3)] })(0)
    const kernels = model.layers.map(({ kernel }) => kernel)
    const [logits, ...gradients] = read(() => [
      model.apply(x, { masks }),
      ...tf.engine().gradients(() => softmaxCrossEntropy(y, model.apply(x, { masks })), kernels).grads,
    ])
    tf.dispose(masks)
    return { logits: logits!, gradients }
  }
  const [old, inverted] = [of(trained, 'none'), of(twin, 'inverted')]
  old.logits.forEach((logit, i) => expect(inverted.logits[i]).toBeCloseTo(logit, 5))
  old.gradients.forEach((gradient, layer) =>
    gradient.forEach((value, i) =>
      expect(inverted.gradients[layer]![i]! * (layer === 0 ? 1 : keep)).toBeCloseTo(value, 5),
    ),
  )
  // The masked network of 2014 is used with its hidden units times p; the twin as it is.
  const keeps = [tf.scalar(keep), tf.scalar(keep)]
  const [scaled, asItIs] = read(() => [trained.apply(x, { masks: keeps }), twin.apply(x)])
  scaled!.forEach((logit, i) => expect(asItIs![i]).toBeCloseTo(logit, 5))
  trained.dispose()
  twin.dispose()
  tf.dispose([x, y, ...keeps])
})
