/** A backend that computes wrongly is not used. Kernels are really replaced by wrong ones. */
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'

/** Each test has a tfjs and an engine of its own: an engine remembers whom it trusts. */
async function fresh() {
  vi.resetModules()
  const tf = await import('./tf.ts')
  const { engine } = await import('./engine.ts')
  const { canary, tolerance } = await import('./canary.ts')
  const simd = await import('./simd/heap.ts')
  return { tf, engine, canary, tolerance, ...simd }
}
type Fresh = Awaited<ReturnType<typeof fresh>>

let here: Fresh
beforeEach(async () => {
  here = await fresh()
  // The first of them waits for the kernels to be compiled.
}, 60_000)

/** As half floats would: 11 bits of what the kernel gives. */
function half(values: Float32Array): void {
  for (const [i, value] of values.entries()) {
    const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 10)
    if (value !== 0) values[i] = Math.round(value / unit) * unit
  }
}

/** Replaces a kernel of wasm by one whose results `spoil` changes. */
function breakKernel({ tf }: Fresh, name: string, spoil: (values: Float32Array) => void): void {
  const kernel = tf.getKernel(name, 'wasm')
  const replace = (by: typeof kernel) => {
    tf.unregisterKernel(name, 'wasm')
    tf.registerKernel(by)
  }
  // tfjs keeps them beside its modules.
  onTestFinished(() => replace(kernel))
  replace({
    ...kernel,
    kernelFunc(call) {
      const out = kernel.kernelFunc(call)
      const backend = call.backend as unknown as { typedArrayFromHeap(info: object): Float32Array }
      for (const info of [out].flat()) if (info.dtype === 'float32') spoil(backend.typedArrayFromHeap(info))
      return out
    },
  })
}

/** wasm as it is, once, and then not trusted yet: its kernels are there to be replaced. */
async function started(): Promise<void> {
  await here.tf.loadBackend('wasm')
  const { registerKernels } = await import('./kernels/register.ts')
  registerKernels('wasm')
}

test('cpu and wasm pass, with the fast kernels and without, and nothing is left behind', async () => {
  const { engine, canary, setSimd, simdState, tf } = here
  await engine.use('cpu')
  expect(canary()).toBeNull()
  await engine.use('wasm')
  expect(simdState()).toBe('on')
  expect(canary()).toBeNull()
  setSimd(false)
  onTestFinished(() => setSimd(true))
  expect(canary()).toBeNull()
  expect([engine.tensors(), tf.engine().state.numDataBuffers]).toEqual([0, 0])
})

test.each([
  ['Exp', half],
  ['BatchMatMul', half],
  ['Tanh', (values: Float32Array) => values.forEach((value, i) => (values[i] = value * 1.001))],
  ['Relu', (values: Float32Array) => values.fill(0)],
  ['AdamUpdate', (values: Float32Array) => values.fill(NaN, 3, 4)],
])(
  'a wrong %s kernel is found: the backend is refused, also the next time, and the current one stays',
  async (name, spoil) => {
    const { engine, tf } = here
    await started()
    breakKernel(here, name, spoil)
    await engine.use('cpu')
    for (let i = 0; i < 2; i++)
      await expect(engine.use('wasm')).rejects.toThrow(
        /^wasm computes wrongly on this device: a small (tanh|relu) network comes out (wrong by \S+|as NaN or infinite)\. Choose another backend\.$/,
      )
    expect([tf.getBackend(), engine.tensors()]).toEqual(['cpu', 0])
  },
)

test('where only the fast kernels are wrong, wasm goes on without them', async () => {
  const { engine, simdState, heapOf, tf } = here
  await started()
  breakKernel(here, 'Tanh', (values) => heapOf(tf.backend()) && values.fill(0.5))
  await engine.use('wasm')
  expect([tf.getBackend(), simdState()]).toEqual(['wasm', 'off'])
})

test('a kernel that throws refuses the backend too', async () => {
  const { engine, tf } = here
  await started()
  breakKernel(here, 'Sum', () => {
    throw new Error('no such shader')
  })
  await engine.use('cpu')
  await expect(engine.use('wasm')).rejects.toThrow(/no such shader/)
  expect(tf.getBackend()).toBe('cpu')
})
