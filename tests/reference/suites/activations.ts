/** Every activation and its gradients, as PyTorch has them. */
import { expect, test } from 'vitest'
import { activation, type ActivationOptions } from '../../../src/nn/activations/catalogue.ts'
import { maxFeatureMap } from '../../../src/nn/activations/maxFeatureMap.ts'
import { activationNames, type ActivationName } from '../../../src/nn/activations/scalar.ts'
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

interface Case {
  name: string
  activation: ActivationName | 'maxFeatureMap'
  options: ActivationOptions
  z: Stored
  alpha?: Stored
  dy: Stored
  y: Stored
  gradients: StoredByName
}

const { cases } = fixture('activations') as { cases: Case[] }

export function activationSuite(): void {
  test('the fixture has all activations', () => {
    expect([...new Set(cases.map((each) => each.activation))].toSorted()).toEqual(
      [...activationNames, 'maxFeatureMap'].toSorted(),
    )
  })

  bothWays(() => {
    test.each(named(cases))('%s', (_name, { activation: name, options, z, alpha, dy, y, gradients }) => {
      expect.hasAssertions()
      const built = name === 'maxFeatureMap' ? maxFeatureMap() : activation(name, options)
      const inputs = { z: tensorOf(z), ...(alpha && { alpha: tensorOf(alpha) }) }
      const learned = inputs.alpha ? [inputs.alpha] : []
      const found = differentiated(() => built.apply(inputs.z, learned), inputs, dy)
      expectLike('forward', 'activations', found.value, y.values)
      expectGradients(found.gradients, gradients)
      tf.dispose(inputs)
    })
  })
}
