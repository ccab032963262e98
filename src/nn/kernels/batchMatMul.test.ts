import { expect, test } from 'vitest'
import { engine } from '../engine.ts'
import { random } from '../random.ts'
import * as tf from '../tf.ts'

const normal = (purpose: string, shape: [number, number, number]) => {
  const r = random(7).split(purpose)
  return tf.tensor3d(
    Float32Array.from({ length: shape[0] * shape[1] * shape[2] }, () => r.normal()),
    shape,
  )
}

test.each([
  [false, false],
  [true, false],
  [false, true],
  [true, true],
])('products of several seeds equal tfjs’s own (transposed: %s, %s)', async (transposeA, transposeB) => {
  await tf.loadBackend('wasm')
  const original = tf.getKernel('BatchMatMul', 'wasm')
  await engine.use('wasm')
  const mended = tf.getKernel('BatchMatMul', 'wasm')
  expect(mended.kernelFunc).toBeTypeOf('function')
  const product = ({ kernelFunc }: tf.KernelConfig, a: tf.Tensor, b: tf.Tensor) => {
    const attrs = { transposeA, transposeB }
    const info = kernelFunc({ inputs: { a, b }, attrs, backend: tf.backend() }) as tf.TensorInfo
    const tensor = tf.engine().makeTensorFromTensorInfo(info)
    return { shape: tensor.shape, values: [...tensor.dataSync()] }
  }
  for (const seeds of [1, 5]) {
    const a = normal('a', transposeA ? [seeds, 6, 9] : [seeds, 9, 6])
    const b = normal('b', transposeB ? [5, 7, 6] : [5, 6, 7])
    const [ours, theirs] = [product(mended, a, b), product(original, a, b)]
    expect(ours.shape).toEqual(theirs.shape)
    for (const [i, value] of theirs.values.entries()) expect(ours.values[i]).toBeCloseTo(value, 5)
  }
})
