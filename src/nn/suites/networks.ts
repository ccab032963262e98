/** Whole small networks: the gradient of every parameter. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import type { ActivationName } from '../activations/scalar.ts'
import { normal } from '../initializers.ts'
import { mlp } from '../layers/mlp.ts'
import { softmaxCrossEntropy } from '../losses.ts'
import * as tf from '../tf.ts'
import { error, gradientError, noise, tolerances } from './error.ts'

export function networkSuite(backend: Backend): void {
  const tolerance = tolerances[backend]
  describe('networks', () => {
    test.each<ActivationName>(['tanh', 'elu', 'prelu', 'maxout', 'gelu', 'silu'])(
      '%s: every parameter and the input of a small network',
      (name) => {
        const model = mlp({
          inputs: 2,
          hidden: [3, 2],
          outputs: 3,
          activation: name,
          kernelInitializer: normal(1),
          biasInitializer: normal(0.5),
          seeds: [0, 1],
        })
        const labels = tf.tensor2d([0, 2, 1, 1], [2, 2], 'int32')
        // The layers read their own variables, so the inputs of `check` are put into them.
        const loss = (x: tf.Tensor, ...params: tf.Tensor[]) => {
          params.forEach((param, i) => {
            if (param !== model.params[i]) model.params[i]!.assign(param)
          })
          return softmaxCrossEntropy(labels, model.apply(x))
        }
        const x = noise([2, 2, 2], 'x')
        expect(gradientError((input) => loss(input), [x], 0.005)).toBeLessThan(tolerance)
        const start = model.params.map((param) => tf.clone(param))
        const numeric = (index: number, element: number, offset: number) => {
          const values = start[index]!.dataSync().slice()
          values[element]! += offset
          return tf.tidy(() => {
            model.params.forEach((param, i) =>
              param.assign(i === index ? tf.tensor(values, param.shape) : tf.clone(start[i]!)),
            )
            return tf.sum(loss(x)).dataSync()[0]!
          })
        }
        const { grads } = tf.engine().gradients(() => loss(x), [...model.params])
        const h = 0.01
        model.params.forEach((param, index) => {
          const expected = Array.from({ length: param.size }, (_, element) => {
            const [p, m] = [numeric(index, element, h), numeric(index, element, -h)]
            return (p - m) / (2 * h)
          })
          expect(error(grads[index]!.dataSync(), expected)).toBeLessThan(4 * tolerance)
        })
        model.dispose()
      },
    )
  })
}
