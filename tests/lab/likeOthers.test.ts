/** That figures which the gallery trains on one backend alone ask a backend for nothing that the others do not. */
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { defaults } from '../../src/lab/config.ts'
import type { Experiment } from '../../src/lab/experiment.ts'
import { engine } from '../../src/nn/engine.ts'
import { setSimd } from '../../src/nn/simd/heap.ts'
import * as tf from '../../src/nn/tf.ts'
import { likeOthers } from '../gallery/likeOthers.ts'

const trains = import.meta.glob<{ default: Experiment }>('../../src/widgets/*/train.ts', { eager: true })
const experiments = new Map(
  Object.entries(trains).map(([file, { default: experiment }]) => [file.split('/').at(-2)!, experiment]),
)

/** "MatMul(float32 3, float32 3)": what a backend must be able to do. */
type Call = string
/** Take any number of tensors: which kinds there are among them counts, not how many. */
const variadic = ['AddN', 'Concat', 'Pack']

/** Every kernel that is called from now on, with type and rank of its tensors, until the test is over. */
function listen(): Set<Call> {
  const calls = new Set<Call>()
  for (const kernel of tf.getKernelsForBackend('wasm')) {
    const replace = (by: typeof kernel) => {
      tf.unregisterKernel(kernel.kernelName, 'wasm')
      tf.registerKernel(by)
    }
    replace({
      ...kernel,
      kernelFunc: (given) => {
        const inputs = Object.values(given.inputs as Record<string, tf.TensorInfo | tf.TensorInfo[]>).flat()
        const all = inputs.map(({ dtype, shape }) => `${dtype} ${shape.length}`)
        const kinds = variadic.includes(kernel.kernelName) ? [...new Set(all)].sort() : all
        calls.add(`${kernel.kernelName}(${kinds.join(', ')})`)
        return kernel.kernelFunc(given)
      },
    })
    onTestFinished(() => replace(kernel))
  }
  return calls
}

/** What an experiment calls in the first step of each variant, as published, and when all is asked of the frame. */
async function callsOf(experiment: Experiment, heard: Set<Call>): Promise<ReadonlySet<Call>> {
  heard.clear()
  const { setup } = experiment
  const config = defaults(setup.config) as never
  for (const variant of Object.keys(setup.variants)) {
    const frames = experiment.train({ config, variant, seeds: [0] })
    await frames.next()
    const { value: frame } = await frames.next(1)
    await frame?.measure()
    await frame?.view()
    await frame?.inspect?.()
    await frames.return()
  }
  return new Set(heard)
}

beforeAll(async () => {
  await engine.use('wasm')
  // As on cpu and WebGL: without the kernels of our own, which wasm alone has.
  setSimd(false)
  return () => setSimd(true)
})

test('they exist', () => {
  expect(likeOthers.filter((name) => !experiments.has(name))).toEqual([])
})

test('they call what others call', { timeout: 600_000 }, async () => {
  const heard = listen()
  const calls = new Map<string, ReadonlySet<Call>>()
  for (const [name, experiment] of experiments) calls.set(name, await callsOf(experiment, heard))
  const others = new Set([...calls].flatMap(([name, set]) => (likeOthers.includes(name) ? [] : [...set])))
  expect(others.size).toBeGreaterThan(50)
  const alone = likeOthers.flatMap((name) =>
    [...calls.get(name)!].filter((call) => !others.has(call)).map((call) => `${name}: ${call}`),
  )
  expect(alone, 'take these figures off the list in tests/gallery/likeOthers.ts').toEqual([])
})
