import { expect, it } from 'vitest'
import { engine } from '../engine.ts'
import { random } from '../random.ts'
import { read } from '../tensors.ts'
import * as tf from '../tf.ts'
import { maxFeatureMap } from './maxFeatureMap.ts'
import { maxout } from './maxout.ts'

it.each(['cpu', 'wasm'] as const)(
  'is maxout with two pieces, and so is its gradient (%s)',
  async (backend) => {
    await engine.use(backend)
    const draw = random(1).split('test')
    const z = tf.tensor3d(
      Float32Array.from({ length: 2 * 5 * 6 }, () => draw.normal()),
      [2, 5, 6],
    )
    const [own, other] = [maxFeatureMap(), maxout(2)].map((activation) =>
      read(() => [
        activation.apply(z, []),
        tf.grad((x: tf.Tensor) => tf.sum(tf.square(activation.apply(x, []))))(z),
        // 0 and -0 are one number.
      ]).map((values) => values.map((value) => value + 0)),
    )
    z.dispose()
    expect(own![0]).toHaveLength(2 * 5 * 3)
    expect(own).toEqual(other)
  },
)

it('keeps the greater of map k and map k + n', async () => {
  await engine.use('wasm')
  const [found] = read(() => [maxFeatureMap().apply(tf.tensor3d([3, -1, 0.5, 2], [1, 1, 4]), [])])
  expect([...found!]).toEqual([3, 2])
})
