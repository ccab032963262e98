/** Gives tfjs to the lab: the arithmetic that experiments run on, one backend at a time. */
import { backendNames, type Backend, type Engine } from '../lab/engine.ts'
import { canary } from './canary.ts'
import { registerKernels } from './kernels/register.ts'
import { attachSimd, heapOf, setSimd, simdState } from './simd/heap.ts'
import { softwareGraphics } from './softwareGraphics.ts'
import * as tf from './tf.ts'
import { guardMemory } from './wasmMemory.ts'

const missing: Record<Backend, string> = {
  cpu: 'Plain JavaScript arithmetic could not be started',
  wasm: 'WebAssembly arithmetic could not be started: the browser forbids it or its binary did not arrive',
  webgl: 'WebGL is not available here: the browser gives this page no graphics context',
}

/** Of each backend that was tried: why it is not used, or null. */
const verdicts = new Map<Backend, string | null>()

/** The backend that computes. tfjs's own word for it is also that of a backend that has just failed to start. */
let current: Backend | null = null

async function use(backend: Backend): Promise<void> {
  if (current === backend) return
  const known = verdicts.get(backend)
  if (known) throw new Error(known)
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
  try {
    if (backend === 'wasm') {
      guardMemory(tf.backend())
      await attachSimd(tf.backend())
    }
    if (!verdicts.has(backend)) verdicts.set(backend, judge(backend))
    const verdict = verdicts.get(backend)
    if (verdict) throw new Error(verdict)
  } catch (error) {
    if (current) await tf.setBackend(current)
    throw error
  }
  current = backend
}

/** Why the backend that has just started is not used, or null. Plain wasm is tried where our own kernels are wrong. */
function judge(backend: Backend): string | null {
  if (backend === 'cpu') return null
  let wrong = canary()
  if (wrong !== null && heapOf(tf.backend())) {
    setSimd(false)
    wrong = canary()
  }
  if (wrong === null) return null
  // Zeros for everything: another start may go well.
  if (backend === 'webgl' && contextLost()) throw new Error(tookAway)
  return `${backendNames[backend]} computes wrongly on this device: ${wrong}. Choose another backend.`
}

async function settle(): Promise<void> {
  if (current !== 'webgl') return
  // WebGL works in order, so reading a result that was asked for last waits for all before it.
  // 256 numbers: tfjs computes smaller tensors without WebGL.
  tf.tidy(() => tf.square(tf.ones([256])).dataSync())
}

/** The browser took the graphics device away: all that WebGL computes from then on is zeros. */
const lost = () => current === 'webgl' && contextLost()
const tookAway = 'The browser took the graphics device away.'

function contextLost(): boolean {
  const { gpgpu } = tf.backend() as unknown as { gpgpu: { gl: WebGLRenderingContext } }
  return gpgpu.gl.isContextLost()
}

function check(): void {
  if (lost()) throw new Error(tookAway)
}

/** What browsers and tfjs say when memory is short or a device refuses; experiments have their own sentences. */
const refusals =
  /out of memory|memory access|allocation failed|invalid typed array length|context (was )?lost|took the graphics device|unable to create webgl|failed to (compile|link)|unreachable/i

function blames(error: unknown): boolean {
  if (lost() || error instanceof WebAssembly.RuntimeError) return true
  if (!(error instanceof Error)) return false
  return refusals.test(error.message) || (error.cause !== undefined && blames(error.cause))
}

let withoutDevice: boolean | null = null

function outrun(backend: Backend): string | null {
  if (backend === 'cpu' && simdState() === 'on')
    return 'wasm has kernels of this book, plain JavaScript has not.'
  if (backend === 'webgl' && (withoutDevice ??= softwareGraphics()))
    return 'for want of a graphics device this browser computes WebGL on the processor.'
  return null
}

/** The engine of this thread. All users of one thread share tfjs, and so its current backend. */
export const engine: Engine = {
  use,
  outrun,
  settle,
  check,
  blames,
  tensors: () => tf.memory().numTensors,
}
