import { beforeAll, describe, expect, test } from 'vitest'
import { digits } from '../../datasets/digits.ts'
import { engine } from '../../engine.ts'
import { adam } from '../../optimizers/adam.ts'
import { random } from '../../random.ts'
import * as tf from '../../tf.ts'
import { createTrainer } from '../../trainer.ts'
import { heNormal } from '../../initializers.ts'
import { cnn } from '../cnn.ts'
import { poolDraws, stochasticPool } from '../stochasticPooling.ts'
import { conv2d } from './conv2d.ts'
import { stochasticPooling2d } from './stochasticPooling2d.ts'

const size = 12
const seeds = [4, 0]

const network = (of: readonly number[]) =>
  cnn({
    input: [size, size, 1],
    layers: [conv2d({ filters: 3, kernelSize: 3 }), stochasticPooling2d()],
    outputs: 10,
    seeds: of,
  })

const built = (height: number, width: number, poolSize = 2) =>
  stochasticPooling2d({ poolSize }).build({
    input: [height, width, 2],
    kernelInitializer: heNormal(),
    random: random(0),
  })

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  test('hands on a drawn activation in training, and the weighted mean in use', () => {
    const layer = built(2, 2)
    const x = tf.tensor4d([1, 0, 2, 0, 3, 0, 4, 0], [1, 2, 2, 2])
    // (1 + 4 + 9 + 16) / 10, and a window of zeros.
    const mean = layer.apply(x, {})
    expect(mean.shape).toEqual([1, ...layer.output])
    expect([...mean.dataSync()]).toEqual([3, 0])
    const own = random(7)
    const drawn = layer.apply(x, { training: true, draws: own })
    const expected = stochasticPool(x, { size: 2, stride: 2 }, poolDraws(random(7), 2))
    expect([...drawn.dataSync()]).toEqual([...expected.dataSync()])
    tf.dispose([x, mean, drawn, expected])
  })

  test('a network draws anew at each step, and the same again where a step is repeated', () => {
    const model = network(seeds)
    const { train } = digits(random(1).split('data'), { train: 20, test: 10, size })
    const x = tf.tensor3d(train.x, [1, 20, size * size])
    const at = (step: number, training = true) =>
      tf.tidy(() => [...model.apply(x, { training, step }).dataSync()])
    expect(at(3)).toEqual(at(3))
    expect(at(3)).not.toEqual(at(4))
    expect(at(3, false)).toEqual(at(4, false))
    model.dispose()
    x.dispose()
  })

  test('seeds trained together equal seeds trained alone, and a run goes on from a checkpoint', () => {
    const trainerOf = (of: readonly number[], from?: ReturnType<ReturnType<typeof createTrainer>['save']>) =>
      createTrainer({
        model: network(of),
        optimizer: adam(0.01),
        loss: 'softmaxCrossEntropy',
        sets: of.map((seed) => digits(random(seed).split('data'), { train: 60, test: 10, size }).train),
        orders: of.map((seed) => random(seed).split('order')),
        batchSize: 10,
        from,
      })
    const saved = (of: readonly number[], upTo: readonly number[]) => {
      let from: ReturnType<ReturnType<typeof createTrainer>['save']> | undefined
      for (const step of upTo) {
        const trainer = trainerOf(of, from)
        trainer.advance(step - trainer.step)
        from = trainer.save()
        trainer.dispose()
      }
      return from!
    }
    const together = saved(seeds, [6])
    // Four parameters for each seed, and then what the optimizer keeps of them.
    expect(together.tensors.slice(0, 8)).toEqual(
      seeds.flatMap((seed) => saved([seed], [6]).tensors.slice(0, 4)),
    )
    expect(saved(seeds, [2, 6])).toEqual(together)
  })
})

test('says what is missing, and which maps are too small', async () => {
  await engine.use('cpu')
  const x = tf.zeros([1, 4, 4, 2]) as tf.Tensor4D
  expect(() => built(4, 4).apply(x, { training: true })).toThrow(
    'stochasticPooling2d: expected a generator for the draws while training',
  )
  expect(() => built(4, 4, 5)).toThrow('stochasticPooling2d: expected maps of at least 5 x 5, got 4 x 4')
  x.dispose()
})
