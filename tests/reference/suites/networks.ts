/** Multilayer perceptrons: logits, loss, gradients through every layer, masks of dropout, and what each weight matters. */
import { describe, expect, test } from 'vitest'
import type { ActivationName } from '../../../src/nn/activations/scalar.ts'
import { evaluate } from '../../../src/nn/evaluate.ts'
import { mlp, type Mlp } from '../../../src/nn/layers/mlp.ts'
import { sigmoidCrossEntropy, softmaxCrossEntropy } from '../../../src/nn/losses.ts'
import { sgd } from '../../../src/nn/optimizers/sgd.ts'
import { penaltyOf, type Penalty } from '../../../src/nn/penalties.ts'
import { saliencies } from '../../../src/nn/pruning/importance.ts'
import { random } from '../../../src/nn/random.ts'
import * as tf from '../../../src/nn/tf.ts'
import { createTrainer, type LossName } from '../../../src/nn/trainer.ts'
import {
  assign,
  differentiated,
  expectGradients,
  expectLike,
  fixture,
  named,
  tensorOf,
  type Stored,
  type StoredByName,
} from '../fixture.ts'
import { bothWays } from '../ways.ts'

interface Given {
  name: string
  hidden: number[]
  outputs: number
  activation: ActivationName
  x: Stored
  labels: Stored
  params: StoredByName
}
interface NetworkCase extends Given {
  objective: LossName
  penalty?: Penalty
  logits: Stored
  loss: Stored
  masks: StoredByName
  gradients: StoredByName
}
interface SaliencyCase extends Given {
  saliencies: StoredByName
}

const stored = fixture('networks') as { networks: NetworkCase[]; saliencies: SaliencyCase[] }
const seeds = [0, 1]
const losses = { softmaxCrossEntropy, sigmoidCrossEntropy }

/** Both networks of a case, with its weights. */
function build({ hidden, outputs, activation, x, params }: Given): Mlp {
  const model = mlp({ inputs: x.shape[2]!, hidden, outputs, activation, seeds })
  const given = Object.values(params)
  expect(model.params.map(({ shape }) => shape)).toEqual(given.map(({ shape }) => shape))
  model.params.forEach((param, i) => assign(param, given[i]!))
  return model
}

const seedOf = ({ values }: Stored, seed: number) =>
  values.slice((seed * values.length) / seeds.length, ((seed + 1) * values.length) / seeds.length)

/** The gradient as the training loop takes it: what one update with a learning rate of 1 takes off. */
function byTrainer(given: NetworkCase): Record<string, Float32Array> {
  const [, count, features] = given.x.shape as [number, number, number]
  const sets = seeds.map((seed) => ({
    x: Float32Array.from(seedOf(given.x, seed)),
    y: Uint8Array.from(seedOf(given.labels, seed)),
    count,
    features,
    classes: Math.max(2, given.outputs),
  }))
  const trainer = createTrainer({
    model: build(given),
    optimizer: sgd(1),
    loss: given.objective,
    penalty: given.penalty,
    sets,
    orders: seeds.map((seed) => random(seed)),
    batchSize: count,
  })
  trainer.advance(1)
  const { tensors } = trainer.save()
  trainer.dispose()
  return Object.fromEntries(
    Object.entries(given.params).map(([name, { values }], i) => [
      name,
      tensors[i]!.map((after, k) => values[k]! - after),
    ]),
  )
}

export function networkSuite(): void {
  bothWays(() => {
    describe('forward and gradients', () => {
      test.each(named(stored.networks))('%s', (_name, given) => {
        expect.hasAssertions()
        const model = build(given)
        const [x, labels] = [tensorOf(given.x), tensorOf(given.labels, 'int32')]
        const masks = Object.values(given.masks).map((mask) => tensorOf(mask))
        const options = masks.length > 0 ? { masks } : {}
        const logits = tf.tidy(() => model.apply(x, options).dataSync())
        expectLike('forward', 'logits', logits, given.logits.values)
        const by = Object.fromEntries(Object.keys(given.params).map((name, i) => [name, model.params[i]!]))
        const error = () => losses[given.objective](labels, model.apply(x, options))
        const value = tf.tidy(() => error().dataSync())
        const { penalty } = given
        const found = differentiated(
          () => (penalty ? tf.add(error(), penaltyOf(model, penalty)) : error()),
          by,
          null,
        )
        expectLike('forward', 'loss', value, given.loss.values)
        expectGradients(found.gradients, given.gradients)
        model.dispose()
        tf.dispose([x, labels, masks])
      })

      const whole = stored.networks.filter(({ masks }) => Object.keys(masks).length === 0)
      test.each(named(whole))('%s, as the training loop computes it', (_name, given) => {
        expect.hasAssertions()
        const model = build(given)
        const [x, y] = [tensorOf(given.x), tensorOf(given.labels, 'int32')]
        expectLike('forward', 'loss', evaluate(model, given.objective, { x, y }).loss, given.loss.values)
        expectGradients(byTrainer(given), given.gradients)
        model.dispose()
        tf.dispose([x, y])
      })
    })

    test.each(named(stored.saliencies))('%s', (_name, given) => {
      expect.hasAssertions()
      const model = build(given)
      const x = tensorOf(given.x)
      const found = saliencies(model, x)
      Object.entries(given.saliencies).forEach(([name, { values }], layer) =>
        expectLike('gradient', `saliencies of ${name}`, found[layer]!, values),
      )
      expect(found).toHaveLength(Object.keys(given.saliencies).length)
      model.dispose()
      x.dispose()
    })
  })
}
