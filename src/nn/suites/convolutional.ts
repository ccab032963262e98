/** Small convolutional networks: the gradient of every parameter, through every kind of layer. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import type { ActivationName } from '../activations/scalar.ts'
import { normal } from '../initializers.ts'
import { cnn } from '../layers/cnn.ts'
import { conv2d } from '../layers/maps/conv2d.ts'
import type { MapLayer } from '../layers/maps/mapLayer.ts'
import { averagePooling2d, globalAveragePooling2d, maxPooling2d } from '../layers/maps/pooling2d.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import * as tf from '../tf.ts'
import { error, noise, tolerances } from './error.ts'

const conv = (activation: ActivationName, strides = 1, padding: 'same' | 'valid' = 'same') =>
  conv2d({ filters: 2, kernelSize: 3, strides, padding, activation })

const networks: Record<string, MapLayer[]> = {
  'max pooling': [conv('tanh'), maxPooling2d()],
  'overlapping max pooling': [conv('tanh'), maxPooling2d({ poolSize: 3, strides: 2 })],
  'average pooling': [conv('tanh'), averagePooling2d()],
  'overlapping average pooling': [conv('tanh'), averagePooling2d({ poolSize: 3, strides: 1 })],
  'global average pooling': [conv('elu'), globalAveragePooling2d()],
  'a stride': [conv('tanh', 2)],
  'valid padding': [conv('tanh', 1, 'valid')],
  'maxout over channels': [conv('maxout')],
  'learned slopes': [conv('prelu')],
  'two convolutions': [conv('silu'), conv('tanh')],
}

export function convolutionalSuite(backend: Backend): void {
  describe('convolutional networks', () => {
    test.each(Object.keys(networks))('%s', (name) => {
      const model = cnn({
        input: [5, 5, 1],
        layers: networks[name]!,
        outputs: 3,
        kernelInitializer: normal(0.5),
        seeds: [0, 1],
      })
      const labels = tf.tensor2d([0, 2, 1, 1], [2, 2], 'int32')
      const x = noise([2, 2, 25], 'images')
      const loss = () => softmaxCrossEntropy(labels, model.apply(x))
      const { grads } = tf.engine().gradients(loss, [...model.params])
      // Small: a step across a bend of maxout or PReLU counts in full.
      const h = 0.0003
      model.params.forEach((param, index) => {
        const start = param.dataSync().slice()
        const at = (element: number, offset: number) => {
          const values = start.slice()
          values[element]! += offset
          return tf.tidy(() => {
            param.assign(tf.tensor(values, param.shape))
            return tf.sum(loss()).dataSync()[0]!
          })
        }
        const expected = Array.from(start, (_, element) => (at(element, h) - at(element, -h)) / (2 * h))
        tf.tidy(() => param.assign(tf.tensor(start, param.shape)))
        expect(error(grads[index]!.dataSync(), expected)).toBeLessThan(4 * tolerances[backend])
      })
      model.dispose()
      tf.dispose([labels, x, ...grads])
    })
  })
}
