import { beforeAll, describe, expect, test } from 'vitest'
import type { Checkpoint } from '../../lab/experiment.ts'
import { digits } from '../datasets/digits.ts'
import { engine } from '../engine.ts'
import { evaluate } from '../evaluate.ts'
import { adam } from '../optimizers/adam.ts'
import { random } from '../random.ts'
import * as tf from '../tf.ts'
import { createTrainer } from '../trainer.ts'
import { cnn, type CnnOptions } from './cnn.ts'
import { conv2d } from './maps/conv2d.ts'
import { averagePooling2d, globalAveragePooling2d, maxPooling2d } from './maps/pooling2d.ts'

const size = 12
const conv = (filters: number) => conv2d({ filters, kernelSize: 3 })
const network = (seeds: number[], own: Partial<CnnOptions> = {}) =>
  cnn({
    input: [size, size, 1],
    layers: [conv(4), maxPooling2d(), conv(6), maxPooling2d()],
    outputs: 10,
    seeds,
    ...own,
  })

/** Weights of each seed after some updates. */
function train(seeds: number[], steps: number, from?: Checkpoint): Checkpoint {
  const trainer = createTrainer({
    model: network(seeds),
    optimizer: adam(0.01),
    loss: 'softmaxCrossEntropy',
    sets: seeds.map((seed) => digits(random(seed).split('data'), { train: 60, test: 10, size }).train),
    orders: seeds.map((seed) => random(seed).split('order')),
    batchSize: 10,
    from,
  })
  trainer.advance(steps - trainer.step)
  const saved = trainer.save()
  trainer.dispose()
  return saved
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  test('seeds trained together equal seeds trained alone', () => {
    const together = train([4, 0], 6).tensors
    // Parameters stand seed by seed, and so does what the optimizer keeps of them.
    const alone = [4, 0].map((seed) => train([seed], 6).tensors.slice(0, 6))
    expect(together.slice(0, 12)).toEqual(alone.flat())
  })

  test('a run that goes on from a checkpoint has the same numbers', () => {
    expect(train([3], 8, train([3], 3))).toEqual(train([3], 8))
  })

  test('it learns, and nothing is left behind', () => {
    const before = engine.tensors()
    const seeds = [0, 1]
    const sets = seeds.map((seed) => digits(random(seed).split('data'), { train: 60, test: 10, size }).train)
    const model = network(seeds)
    const trainer = createTrainer({
      model,
      optimizer: adam(0.01),
      loss: 'softmaxCrossEntropy',
      sets,
      orders: seeds.map((seed) => random(seed).split('order')),
      batchSize: 20,
    })
    const x = tf.tensor3d(Float32Array.from(sets.flatMap((set) => [...set.x])), [2, 60, size * size])
    const y = tf.tensor2d(Int32Array.from(sets.flatMap((set) => [...set.y])), [2, 60], 'int32')
    const start = evaluate(model, 'softmaxCrossEntropy', { x, y })
    trainer.advance(40)
    const end = evaluate(model, 'softmaxCrossEntropy', { x, y })
    seeds.forEach((_, seed) => expect(end.loss[seed]!).toBeLessThan(start.loss[seed]! / 3))
    trainer.dispose()
    tf.dispose([x, y])
    expect(engine.tensors()).toBe(before)
  })
})

describe('maps', () => {
  beforeAll(() => engine.use('cpu'))

  test('of one filter equal a sliding product, with its bias and ReLU', () => {
    const model = cnn({ input: [4, 5, 1], layers: [conv(2)], outputs: 2, seeds: [7] })
    const [kernel, bias] = model.replicas[0]!.layers[0]!.params.map((param) => param.dataSync())
    model.params[1]!.assign(tf.tensor1d([0.3, -0.2]))
    const image = Float32Array.from({ length: 20 }, (_, i) => Math.sin(i))
    const [map] = model.maps(tf.tensor3d(image, [1, 1, 20]))
    expect(map!.shape).toEqual([1, 4, 5, 2])
    expect([...bias!]).toEqual([0, 0])
    const found = map!.dataSync()
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 5; column++)
        for (let filter = 0; filter < 2; filter++) {
          let sum = [0.3, -0.2][filter]!
          for (let i = 0; i < 3; i++)
            for (let j = 0; j < 3; j++) {
              const [y, x] = [row + i - 1, column + j - 1]
              if (y < 0 || y > 3 || x < 0 || x > 4) continue
              sum += image[y * 5 + x]! * kernel![(i * 3 + j) * 2 + filter]!
            }
          expect(found[(row * 5 + column) * 2 + filter]).toBeCloseTo(Math.max(0, sum), 5)
        }
  })

  test('have the shapes that the layers announce', () => {
    const model = network([0], {
      layers: [
        conv2d({ filters: 3, kernelSize: 5, padding: 'valid' }),
        averagePooling2d({ poolSize: 3, strides: 2 }),
        conv2d({ filters: 5, kernelSize: 2, strides: 2, activation: 'maxout' }),
        globalAveragePooling2d(),
      ],
    })
    const maps = model.maps(tf.zeros([1, 2, size * size]))
    expect(maps.map(({ shape }) => shape.slice(1))).toEqual([
      [8, 8, 3],
      [3, 3, 3],
      [2, 2, 5],
      [1, 1, 5],
    ])
    expect(model.replicas[0]!.layers.map(({ output }) => [...output])).toEqual(
      maps.map(({ shape }) => shape.slice(1)),
    )
    expect(model.apply(tf.zeros([1, 2, size * size])).shape).toEqual([1, 2, 10])
  })
})

test('networks that differ in their pooling alone share their kernels', async () => {
  await engine.use('cpu')
  const kernels = (own: Partial<CnnOptions>, seeds = [5]) =>
    network(seeds, own)
      .replicas.at(-1)!
      .layers.flatMap(({ params }) => params.map((param) => [...param.dataSync()]))
  const start = kernels({})
  expect(kernels({ layers: [conv(4), conv(6)] })).toEqual(start)
  expect(kernels({ layers: [averagePooling2d(), conv(4), conv(6)] })).toEqual(start)
  expect(kernels({}, [1, 5])).toEqual(start)
  expect(kernels({}, [6])).not.toEqual(start)
})

test('layers that do not fit say so, and leave nothing behind', async () => {
  await engine.use('cpu')
  const before = engine.tensors()
  const small = { layers: [conv(4), maxPooling2d({ poolSize: 8 }), maxPooling2d()] }
  expect(() => network([0], small)).toThrow('maxPooling2d: expected maps of at least 2 x 2, got 1 x 1')
  const valid = { layers: [conv2d({ filters: 2, kernelSize: 13, padding: 'valid' })] }
  expect(() => network([0], valid)).toThrow('conv2d: expected maps of at least 13 x 13, got 12 x 12')
  expect(engine.tensors()).toBe(before)
})
