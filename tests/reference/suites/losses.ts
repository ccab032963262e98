/** Every loss and penalty, and their gradients, as PyTorch has them. */
import { describe, expect, test } from 'vitest'
import { meanSquaredError, sigmoidCrossEntropy, softmaxCrossEntropy } from '../../../src/nn/losses.ts'
import { penaltyOf, type Penalty } from '../../../src/nn/penalties.ts'
import * as tf from '../../../src/nn/tf.ts'
import {
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

const losses = { softmaxCrossEntropy, sigmoidCrossEntropy, meanSquaredError }

interface LossCase {
  name: string
  loss: keyof typeof losses
  labels: Stored
  outputs: Stored
  dy: Stored
  y: Stored
  gradients: StoredByName
}
interface PenaltyCase extends Penalty {
  first: Stored
  second: Stored
  y: Stored
  gradients: StoredByName
}

const stored = fixture('losses') as { losses: LossCase[]; penalties: PenaltyCase[] }

export function lossSuite(): void {
  bothWays(() => {
    describe('losses', () => {
      test.each(named(stored.losses))('%s', (_name, { loss, labels, outputs, dy, y, gradients }) => {
        expect.hasAssertions()
        const truth = tensorOf(labels, labels.shape.length === 2 ? 'int32' : 'float32')
        const inputs = { outputs: tensorOf(outputs) }
        const found = differentiated(() => losses[loss](truth, inputs.outputs), inputs, dy)
        expectLike('forward', 'losses', found.value, y.values)
        expectGradients(found.gradients, gradients)
        tf.dispose([truth, inputs.outputs])
      })
    })

    describe('penalties', () => {
      test.each(named(stored.penalties))('%s', (_name, { name, strength, first, second, y, gradients }) => {
        expect.hasAssertions()
        const kernels = tf.tidy(() => ({
          first: tf.variable(tensorOf(first)),
          second: tf.variable(tensorOf(second)),
        }))
        const model = { layers: Object.values(kernels).map((kernel) => ({ kernel })) }
        const found = differentiated(() => penaltyOf(model, { name, strength }), kernels, null)
        expectLike('forward', 'penalties', found.value, y.values)
        expectGradients(found.gradients, gradients)
        tf.dispose(kernels)
      })
    })
  })
}
