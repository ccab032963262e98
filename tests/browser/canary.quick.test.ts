/** WebGL that computes wrongly is noticed: with 16-bit textures, and with a wrong kernel. */
import { expect, onTestFinished, test } from 'vitest'
import { canary } from '../../src/nn/canary.ts'
import { engine } from '../../src/nn/engine.ts'
import * as tf from '../../src/nn/tf.ts'

test('WebGL that computes rightly passes, and the compiled shaders are few', async () => {
  await engine.use('webgl')
  expect(tf.getBackend()).toBe('webgl')
  expect(canary()).toBeNull()
  expect(engine.tensors()).toBe(0)
  const { binaryCache } = tf.backend() as unknown as { binaryCache: object }
  expect(Object.keys(binaryCache).length).toBeLessThan(80)
})

test('a wrong kernel is found', async () => {
  await engine.use('webgl')
  const kernel = tf.getKernel('Relu', 'webgl')
  const replace = (by: typeof kernel) => {
    tf.unregisterKernel('Relu', 'webgl')
    tf.registerKernel(by)
  }
  onTestFinished(() => replace(kernel))
  replace({ ...kernel, kernelFunc: ({ inputs }) => tf.mul(tf.abs(inputs['x'] as tf.Tensor), 1) })
  expect(canary()).toMatch(/^a small relu network comes out wrong by \S+$/)
})

test('16-bit textures are found', async () => {
  await engine.use('webgl')
  const factory = tf.findBackendFactory('webgl')
  const restart = async () => {
    tf.removeBackend('webgl')
    tf.registerBackend('webgl', factory)
    await tf.setBackend('webgl')
  }
  tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', false)
  onTestFinished(async () => {
    tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', true)
    await restart()
  })
  await restart()
  expect(canary()).toMatch(/^a small (tanh|relu) network comes out wrong by \S+$/)
})
