/**
 * Every derivative of nn against finite differences, and every mended kernel, on one backend. Run in Node for cpu
 * and wasm, in a browser for webgl. Not a test file itself: it is called by them.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../lab/engine.ts'
import { activation } from './activations/catalogue.ts'
import { activationNames, scalarActivations, type ActivationName } from './activations/scalar.ts'
import { engine } from './engine.ts'
import { glorotNormal, normal } from './initializers.ts'
import { mlp } from './layers/mlp.ts'
import { meanSquaredError, oneHot, sigmoidCrossEntropy, softmaxCrossEntropy } from './losses.ts'
import { adam } from './optimizers/adam.ts'
import { momentum } from './optimizers/momentum.ts'
import { sgd } from './optimizers/sgd.ts'
import { random } from './random.ts'
import * as tf from './tf.ts'

/** The largest allowed difference, as a share of the largest gradient (or of 1 if that is smaller). */
const tolerances: Record<Backend, number> = { cpu: 1e-3, wasm: 1e-3, webgl: 5e-3 }

const noise = (shape: number[], name: string, std = 1): tf.Tensor => {
  const generator = random(7).split(name)
  const size = tf.util.sizeFromShape(shape)
  return tf.tensor(
    Float32Array.from({ length: size }, () => std * generator.normal()),
    shape,
  )
}

const elementwiseNames = activationNames.filter((name) => name !== 'maxout')
/** Away from the kinks, where a difference would straddle them. */
const grid = Float32Array.from({ length: 40 }, (_, i) => (i - 19.5) / 4)

export function gradientSuite(backend: Backend): void {
  const tolerance = tolerances[backend]

  const close = (actual: ArrayLike<number>, expected: ArrayLike<number>, within = tolerance) => {
    expect(actual.length).toBe(expected.length)
    const scale = Math.max(1, ...Array.from(expected, Math.abs))
    for (let i = 0; i < expected.length; i++) {
      const difference = Math.abs(actual[i]! - expected[i]!)
      if (!(difference <= within * scale)) {
        expect.fail(`number ${i}: expected ${expected[i]}, got ${actual[i]}`)
      }
    }
  }

  /** Compares the gradient of a weighted sum of f's outputs with fourth-order central differences in every input. */
  const check = (f: (...inputs: tf.Tensor[]) => tf.Tensor, inputs: readonly tf.Tensor[], h = 0.02) => {
    const weights = tf.tidy(() => noise(f(...inputs).shape, 'output weights'))
    const w = weights.dataSync()
    const { grads } = tf.engine().gradients(() => f(...inputs), [...inputs], weights)
    const output = (which: number, element: number, offset: number) =>
      tf.tidy(() => {
        const values = inputs[which]!.dataSync().slice()
        values[element]! += offset
        const moved = inputs.map((input, i) => (i === which ? tf.tensor(values, input.shape) : input))
        return f(...moved).dataSync()
      })
    inputs.forEach((input, which) => {
      const numeric = Array.from({ length: input.size }, (_, element) => {
        const [p2, p1, m1, m2] = [2, 1, -1, -2].map((k) => output(which, element, k * h))
        let sum = 0
        for (let i = 0; i < w.length; i++) sum += w[i]! * (8 * (p1![i]! - m1![i]!) - (p2![i]! - m2![i]!))
        return sum / (12 * h)
      })
      close(grads[which]!.dataSync(), numeric)
    })
    tf.dispose([weights, ...grads])
  }

  describe(`on ${backend}`, () => {
    beforeAll(() => engine.use(backend))

    describe('activations', () => {
      test.each(elementwiseNames)('%s has the value and slope of its formula', (name) => {
        const { value, slope } = scalarActivations[name]
        const x = tf.tensor3d(grid, [1, grid.length, 1])
        const layer = activation(name)
        const params = layer.init?.(1, 1) ?? []
        const y = layer.apply(x, params)
        const { grads } = tf.engine().gradients(() => tf.mul(layer.apply(x, params), 1), [x])
        close(
          y.dataSync(),
          Array.from(grid, (each) => value(each)),
          1e-5,
        )
        close(
          grads[0]!.dataSync(),
          Array.from(grid, (each) => slope(each)),
          1e-5,
        )
      })

      test.each(elementwiseNames)('%s against finite differences', (name) => {
        const layer = activation(name)
        const params = layer.init?.(2, 3) ?? []
        const x = tf.tensor3d(grid.slice(8, 32), [2, 4, 3])
        // A multiple of the result, because the gradient of x by x itself is more than tfjs can take.
        check((z, ...learned) => tf.mul(layer.apply(z!, learned), 2), [x, ...params])
      })

      test('elu with another alpha', () => {
        const layer = activation('elu', { alpha: 0.4 })
        check((z) => layer.apply(z, []), [tf.tensor3d(grid.slice(14, 26), [1, 4, 3])])
      })

      test('maxout against finite differences', () => {
        const layer = activation('maxout', { pieces: 3 })
        check((z) => layer.apply(z, []), [noise([2, 2, 6], 'maxout', 2)])
      })

      test('maxout is the greatest line of its formula', () => {
        const { value, slope, params } = scalarActivations.maxout
        const own = { w1: -0.7, b1: 0.3, w2: 0.9, b2: -0.1 }
        expect(params.map(({ name }) => name)).toEqual(Object.keys(own))
        const x = tf.tensor3d(grid, [1, grid.length, 1])
        const f = () =>
          activation('maxout').apply(
            tf.add(tf.matMul(x, tf.tensor3d([[[own.w1, own.w2]]])), tf.tensor3d([[[own.b1, own.b2]]])),
            [],
          )
        const { value: y, grads } = tf.engine().gradients(f, [x])
        close(
          y.dataSync(),
          Array.from(grid, (each) => value(each, own)),
          1e-5,
        )
        close(
          grads[0]!.dataSync(),
          Array.from(grid, (each) => slope(each, own)),
          1e-5,
        )
      })

      test('pieces of maxout that tie share the gradient', () => {
        const z = tf.zeros([1, 1, 2])
        const { grads } = tf.engine().gradients(() => activation('maxout').apply(z, []), [z])
        close(grads[0]!.dataSync(), [0.5, 0.5])
      })

      test.each(activationNames)('%s lets NaN through, wherever it stands', (name) => {
        const layer = activation(name)
        const width = 12
        const values = new Float32Array(width * width).fill(0.5)
        for (let row = 0; row < width; row++) values[row * width + row] = NaN
        const z = tf.tensor3d(values, [1, width, width])
        const a = layer.apply(z, layer.init?.(1, width / layer.pieces) ?? [])
        const out = a.dataSync()
        const units = width / layer.pieces
        for (let row = 0; row < width; row++) expect(out[row * units + (row % units)]).toBeNaN()
      })
    })

    describe('losses', () => {
      const logits = () => noise([2, 3, 4], 'logits')
      const classes = () => tf.tensor2d([0, 3, 1, 2, 2, 0], [2, 3], 'int32')

      test('softmax cross-entropy', () => {
        check((z) => softmaxCrossEntropy(classes(), z), [logits()])
        const fromClasses = softmaxCrossEntropy(classes(), logits())
        const fromOneHot = softmaxCrossEntropy(oneHot(classes(), 4), logits())
        close(fromClasses.dataSync(), fromOneHot.dataSync(), 1e-6)
      })

      test('sigmoid cross-entropy', () => {
        check(
          (z) => sigmoidCrossEntropy(tf.tensor2d([0, 1, 1, 0, 1, 0], [2, 3]), z),
          [noise([2, 3, 1], 'binary')],
        )
      })

      test('mean squared error', () => {
        check((z) => meanSquaredError(noise([2, 3, 4], 'targets'), z), [logits()])
      })

      test('no clipping: a certain and wrong answer costs its margin', () => {
        const wrong = softmaxCrossEntropy(tf.tensor2d([1], [1, 1], 'int32'), tf.tensor3d([[[60, 0]]]))
        close(wrong.dataSync(), [60], 1e-5)
        const binary = sigmoidCrossEntropy(tf.tensor2d([[1]]), tf.tensor3d([[[-60]]]))
        close(binary.dataSync(), [60], 1e-5)
      })

      test.each([
        ['softmax', (z: tf.Tensor) => softmaxCrossEntropy(tf.zeros([3, 2], 'int32'), z)],
        ['sigmoid', (z: tf.Tensor) => sigmoidCrossEntropy(tf.zeros([3, 2, 4]), z)],
        ['squared', (z: tf.Tensor) => meanSquaredError(tf.zeros([3, 2, 4]), z)],
      ])('%s: NaN in one seed is that seed alone', (_name, loss) => {
        for (let place = 8; place < 16; place++) {
          const values = new Float32Array(24)
          values[place] = NaN
          const [first, second, third] = loss(tf.tensor3d(values, [3, 2, 4])).dataSync()
          expect(second).toBeNaN()
          expect(Number.isFinite(first) && Number.isFinite(third)).toBe(true)
        }
      })
    })

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
          check((input) => loss(input), [x], 0.005)
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
            close(grads[index]!.dataSync(), expected, 4 * tolerance)
          })
          model.dispose()
        },
      )
    })

    describe('mended kernels', () => {
      test.each([
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ])('matrix products of a batch, transposed %s, %s', (transposeA, transposeB) => {
        for (const [countA, countB] of [
          [3, 3],
          [1, 3],
          [3, 1],
          [1, 1],
        ] as const) {
          const a = noise(transposeA ? [countA, 17, 9] : [countA, 9, 17], 'a')
          const b = noise(transposeB ? [countB, 11, 17] : [countB, 17, 11], 'b')
          const [va, vb] = [a.dataSync(), b.dataSync()]
          const product = tf.matMul(a, b, transposeA, transposeB)
          expect(product.shape).toEqual([Math.max(countA, countB), 9, 11])
          const expected = Array.from(product.dataSync(), (_, index) => {
            const [s, i, j] = [Math.floor(index / 99), Math.floor((index % 99) / 11), index % 11]
            let sum = 0
            for (let k = 0; k < 17; k++) {
              const left = va[(countA === 1 ? 0 : s * 153) + (transposeA ? k * 9 + i : i * 17 + k)]!
              const right = vb[(countB === 1 ? 0 : s * 187) + (transposeB ? j * 17 + k : k * 11 + j)]!
              sum += left * right
            }
            return sum
          })
          close(product.dataSync(), expected, 1e-5)
        }
      })

      test('NaN in a matrix product reaches its row and no other', () => {
        const values = new Float32Array(2 * 20 * 20).fill(1)
        values[400 + 20 * 4 + 13] = NaN
        const out = tf.matMul(tf.tensor3d(values, [2, 20, 20]), tf.ones([2, 20, 20])).dataSync()
        out.forEach((each, i) => expect(Number.isNaN(each)).toBe(i >= 480 && i < 500))
      })

      test.each([
        ['same', 1],
        ['same', 2],
        ['valid', 1],
        ['valid', 2],
        [1, 2],
      ] as const)('convolution, padding %s, stride %i', (pad, stride) => {
        const x = noise([2, 6, 5, 2], 'image') as tf.Tensor4D
        const filter = noise([3, 2, 2, 3], 'filter') as tf.Tensor4D
        check(
          (image, kernel) =>
            tf.conv2d(
              image as tf.Tensor4D,
              kernel as tf.Tensor4D,
              stride,
              pad,
              'NHWC',
              1,
              typeof pad === 'number' ? 'floor' : undefined,
            ),
          [x, filter],
          0.1,
        )
      })

      test.each([['same'], ['valid']] as const)('average pooling, padding %s', (pad) => {
        check((image) => tf.avgPool(image as tf.Tensor4D, 3, 2, pad), [noise([1, 6, 6, 2], 'image')], 0.1)
      })

      test('|x| is flat at 0', () => {
        const x = tf.tensor1d([-2, 0, 3])
        close(
          tf
            .grad((each: tf.Tensor) => tf.abs(each))(x)
            .dataSync(),
          [-1, 0, 1],
        )
      })

      test('gather, with rows taken twice and not at all', () => {
        const ids = tf.tensor1d([2, 0, 2], 'int32')
        check((rows) => tf.gather(rows, ids), [noise([4, 3], 'rows')])
      })

      test('one-hot vectors are 0 and 1, also as float32', () => {
        const ids = tf.tensor1d([2, 0], 'int32')
        expect([...tf.oneHot(ids, 3, 1, 0, 'float32').dataSync()]).toEqual([0, 0, 1, 1, 0, 0])
        expect([...tf.oneHot(ids, 3).dataSync()]).toEqual([0, 0, 1, 1, 0, 0])
      })
    })

    describe('update rules, two steps by hand', () => {
      /** Minimises sum(c w) with c = (3, -0.5), so that the gradient is c. */
      const twoSteps = (optimizer: ReturnType<typeof sgd>) => {
        const w = tf.variable(tf.tensor2d([[1, -2]]))
        const c = tf.tensor2d([[3, -0.5]])
        const values = [1, 2].map(() => {
          optimizer.minimize(() => tf.sum(tf.mul(w, c), -1), [w]).dispose()
          return [...w.dataSync()]
        })
        optimizer.dispose()
        return values
      }

      test('sgd', () => {
        const [one, two] = twoSteps(sgd(0.1))
        close(one!, [0.7, -1.95], 1e-6)
        close(two!, [0.4, -1.9], 1e-6)
      })

      test('momentum', () => {
        // v1 = -0.1 c; v2 = 0.9 v1 - 0.1 c = -0.19 c.
        const [one, two] = twoSteps(momentum(0.1, 0.9))
        close(one!, [0.7, -1.95], 1e-6)
        close(two!, [0.7 - 0.57, -1.95 + 0.095], 1e-6)
      })

      test('adam', () => {
        // With a constant gradient both corrected moments are exact: each step is lr c / (|c| + epsilon).
        const [one, two] = twoSteps(adam(0.1, { epsilon: 0.5 }))
        close(one!, [1 - 0.3 / 3.5, -2 + 0.05], 1e-5)
        close(two!, [1 - 0.6 / 3.5, -2 + 0.1], 1e-5)
      })

      test('adam with a gradient that changes', () => {
        // Gradient 2 w at w = 1, then at w1. b1 = 0.5, b2 = 0.75, epsilon = 0.
        const w = tf.variable(tf.tensor2d([[1]]))
        const rule = adam(0.1, { beta1: 0.5, beta2: 0.75, epsilon: 0 })
        for (let i = 0; i < 2; i++) rule.minimize(() => tf.sum(tf.square(w), -1), [w]).dispose()
        const m = (0.5 * 1 + 0.5 * 1.8) / 0.75
        const v = (0.75 * 1 + 0.25 * 1.8 ** 2) / (1 - 0.75 ** 2)
        close(w.dataSync(), [0.9 - (0.1 * m) / Math.sqrt(v)], 1e-5)
        rule.dispose()
      })
    })

    test('training falls, seed by seed, and leaves no tensor behind', () => {
      const model = mlp({
        inputs: 2,
        hidden: [8],
        outputs: 2,
        activation: 'tanh',
        kernelInitializer: glorotNormal(),
        seeds: [0, 1],
      })
      const rule = adam(0.02)
      const x = noise([2, 16, 2], 'x')
      const labels = tf.tidy(() => tf.cast(tf.greater(tf.sum(x, -1), 0), 'int32'))
      const step = () => {
        const loss = rule.minimize(() => softmaxCrossEntropy(labels, model.apply(x)), model.params)
        const values = [...loss.dataSync()]
        loss.dispose()
        return values
      }
      const first = step()
      const level = engine.tensors()
      const steps = backend === 'webgl' ? 5 : 50
      let last = first
      for (let i = 0; i < steps; i++) last = step()
      expect(engine.tensors()).toBe(level)
      last.forEach((loss, seed) => expect(loss).toBeLessThan(first[seed]!))
      model.dispose()
      rule.dispose()
      tf.dispose([x, labels])
    })
  })
}
