/** Gives tfjs to the lab: the arithmetic that experiments run on, one backend at a time. */
import type { Backend, Engine } from '../lab/engine.ts'
import { registerKernels } from './kernels/register.ts'
import * as tf from './tf.ts'

const missing: Record<Backend, string> = {
  cpu: 'Plain JavaScript arithmetic could not be started',
  wasm: 'WebAssembly arithmetic could not be started: the browser forbids it or its binary did not arrive',
  webgl: 'WebGL is not available here: the browser gives this page no graphics context',
}

/** The backend that computes. tfjs's own word for it is also that of a backend that has just failed to start. */
let current: Backend | null = null

async function use(backend: Backend): Promise<void> {
  if (current === backend) return
  try {
    await tf.loadBackend(backend)
  } catch (cause) {
    throw new Error(`${missing[backend]} (its code could not be loaded). Choose another backend.`, { cause })
  }
  registerKernels(backend)
  // A backend that was never registered found no device to register for: there is no WebGL in Node, say.
  const registered = tf.engine().registryFactory[backend] !== undefined
  if (registered && backend === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
    throw new Error('WebGL is missing here or computes in 16 bits, too few to train. Choose another backend.')
  }
  if (!registered || !(await tf.setBackend(backend))) {
    if (registered && current) await tf.setBackend(current)
    throw new Error(`${missing[backend]}. Choose another backend.`)
  }
  current = backend
}

async function settle(): Promise<void> {
  if (current !== 'webgl') return
  // WebGL works in order, so reading a result that was asked for last waits for all before it.
  // 256 numbers: tfjs computes smaller tensors without WebGL.
  tf.tidy(() => tf.square(tf.ones([256])).dataSync())
}

/** The engine of this thread. All users of one thread share tfjs, and so its current backend. */
export const engine: Engine = { use, settle, tensors: () => tf.memory().numTensors }
