import { expect, it } from 'vitest'
import { engine } from '../../nn/engine.ts'
import { cnn } from '../../nn/layers/cnn.ts'
import { conv2d } from '../../nn/layers/maps/conv2d.ts'
import { maxPooling2d } from '../../nn/layers/maps/pooling2d.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { filters, kernelSize, outputs, size } from './config.ts'
import { channelSums, filterOf, forward, windowOf } from './forward.ts'

it('computes the maps of every layer as the network does', async () => {
  await engine.use('wasm')
  const draw = random(3).split('test')
  const image = Float32Array.from({ length: size * size }, () => draw.normal())
  const model = cnn({
    input: [size, size, 1],
    layers: filters.flatMap((count) => [conv2d({ filters: count, kernelSize }), maxPooling2d()]),
    outputs,
    seeds: [0],
  })
  for (const param of model.params)
    if (param.rank === 1) param.assign(tf.tensor1d(Array.from({ length: param.size }, () => draw.normal())))
  const layers = filters.map((count, i) => {
    const [kernel, bias] = read(() => [...model.replicas[0]!.layers[2 * i]!.params])
    return { kernel: kernel!, bias: bias!, channels: i === 0 ? 1 : filters[i - 1]!, filters: count }
  })
  const expected = read(() =>
    model.maps(tf.tensor3d(image, [1, 1, size * size])).map((maps) => tf.transpose(maps, [0, 3, 1, 2])),
  )
  const stages = forward(layers, image)
  const found = stages.flatMap(({ maps, pooled }) => [maps.values, pooled.values])
  expect(found.map(({ length }) => length)).toEqual([8 * 144, 8 * 36, 16 * 36, 16 * 9])
  found.forEach((values, layer) =>
    values.forEach((value, i) => expect(Math.abs(value - expected[layer]![i]!)).toBeLessThan(1e-4)),
  )
  model.dispose()
})

it('takes a window with zeros beyond the edge, and a filter channel by channel', () => {
  const input = { side: 2, values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8) }
  expect([...windowOf(input, 1, 0, 0)]).toEqual([0, 0, 0, 0, 5, 6, 0, 7, 8])
  const layer = {
    kernel: Float32Array.from({ length: 36 }, (_, i) => i),
    bias: Float32Array.of(0, 0),
    channels: 2,
    filters: 2,
  }
  expect([...filterOf(layer, 1, 0)]).toEqual([1, 5, 9, 13, 17, 21, 25, 29, 33])
  const sums = channelSums(layer, input, 1, 0, 0)
  expect(sums[0]).toBe(1 * 17 + 2 * 21 + 3 * 29 + 4 * 33)
  expect(sums).toHaveLength(2)
})
