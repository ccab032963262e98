/** Layers that make maps out of maps: convolutions with all paddings, and every pooling. */
import { describe, expect, test } from 'vitest'
import { maxFeatureMap } from '../../../src/nn/activations/maxFeatureMap.ts'
import type { ActivationName } from '../../../src/nn/activations/scalar.ts'
import { zeros } from '../../../src/nn/initializers.ts'
import { conv2d } from '../../../src/nn/layers/maps/conv2d.ts'
import type { MapShape } from '../../../src/nn/layers/maps/mapLayer.ts'
import { mapLayers, type MapLayerSpec } from '../../../src/nn/layers/maps/mapLayers.ts'
import { stochasticPool } from '../../../src/nn/layers/stochasticPooling.ts'
import { random } from '../../../src/nn/random.ts'
import * as tf from '../../../src/nn/tf.ts'
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

interface Case {
  name: string
  x: Stored
  dy: Stored
  y: Stored
  gradients: StoredByName
}
interface ConvolutionCase extends Case {
  options: {
    filters: number
    kernelSize: number
    strides: number
    padding: 'valid' | 'same'
    activation: ActivationName | 'maxFeatureMap'
  }
  kernel: Stored
  bias: Stored
  alpha?: Stored
}
interface PoolCase extends Case {
  layer: Exclude<MapLayerSpec['name'], 'conv2d'> | 'stochasticPooling2d, drawn'
  options: { poolSize: number; strides: number }
  draws?: Stored
}

const stored = fixture('maps') as { convolutions: ConvolutionCase[]; pools: PoolCase[] }

const buildOptions = ({ shape }: Stored) => ({
  input: shape.slice(1) as unknown as MapShape,
  kernelInitializer: zeros(),
  random: random(0),
})

export function mapSuite(): void {
  bothWays(() => {
    describe('conv2d', () => {
      test.each(named(stored.convolutions))(
        '%s',
        (_name, { options, x, kernel, bias, alpha, dy, y, gradients }) => {
          expect.hasAssertions()
          const { activation } = options
          const layer = conv2d({
            ...options,
            activation: activation === 'maxFeatureMap' ? maxFeatureMap() : activation,
          }).build(buildOptions(x))
          const given = [kernel, bias, ...(alpha ? [alpha] : [])]
          expect(layer.params.map(({ shape }) => shape)).toEqual(given.map(({ shape }) => shape))
          layer.params.forEach((param, i) => assign(param, given[i]!))
          const maps = tensorOf(x) as tf.Tensor4D
          const by = {
            x: maps,
            kernel: layer.params[0]!,
            bias: layer.params[1]!,
            ...(alpha && { alpha: layer.params[2]! }),
          }
          const found = differentiated(() => layer.apply(maps, {}), by, dy)
          expect([x.shape[0], ...layer.output]).toEqual(y.shape)
          expectLike('forward', 'maps', found.value, y.values)
          expectGradients(found.gradients, gradients)
          tf.dispose([maps, ...layer.params])
        },
      )
    })

    describe('pooling', () => {
      test.each(named(stored.pools))('%s', (_name, { layer: name, options, x, draws, dy, y, gradients }) => {
        expect.hasAssertions()
        const maps = tensorOf(x) as tf.Tensor4D
        const { poolSize: size, strides: stride } = options
        const pool = () => {
          if (name === 'stochasticPooling2d, drawn')
            return stochasticPool(maps, { size, stride }, Float32Array.from(draws!.values))
          const [layer] = mapLayers([{ name, ...options }])
          return layer!.build(buildOptions(x)).apply(maps, {})
        }
        const found = differentiated(pool, { x: maps }, dy)
        expectLike('forward', 'maps', found.value, y.values)
        expectGradients(found.gradients, gradients)
        maps.dispose()
      })
    })
  })
}
