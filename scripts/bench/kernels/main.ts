/** The page of one contestant on one workload: `?contestant=...&workload=...`. The bench drives it from outside. */
import { engine } from '../../../src/nn/engine.ts'
import { setSimd, simdState } from '../../../src/nn/simd/heap.ts'
import * as tf from '../../../src/nn/tf.ts'
import type { Contestant } from './contestant.ts'
import { book } from './contestants/book.ts'
import { convnet } from './contestants/convnet.ts'
import { loops } from './contestants/loops.ts'
import { released } from './contestants/released.ts'
import { typescript } from './contestants/typescript.ts'
import { meanLoss } from './meanLoss.ts'
import { workloads, type Workload, type WorkloadName } from './workloads.ts'

const contestants: Record<string, (workload: Workload) => Promise<Contestant | null>> = {
  convnetjs: async (workload) => convnet(workload),
  typescript: async (workload) => typescript(workload),
  released: async (workload) => {
    await tf.loadBackend('wasm')
    await tf.setBackend('wasm')
    return released(workload)
  },
  plain: async (workload) => {
    await engine.use('wasm')
    setSimd(false)
    return book(workload)
  },
  ours: async (workload) => {
    await engine.use('wasm')
    if (simdState() !== 'on') throw new Error(`The SIMD kernels are off: ${simdState()}`)
    return book(workload)
  },
  loops,
}

const asked = new URLSearchParams(location.search)
const workload = workloads[asked.get('workload') as WorkloadName]

/** What the bench calls through the browser's protocol. */
const bench = {
  /** False where this contestant has no way to do this work. */
  async start(): Promise<boolean> {
    const made = await contestants[asked.get('contestant')!]!(workload)
    if (made) Object.assign(bench, { current: made })
    return made !== null
  },
  current: null as Contestant | null,
  /** Trains and returns how many milliseconds went by. */
  train(count: number): number {
    const begin = performance.now()
    bench.current!.train(count)
    return performance.now() - begin
  },
  loss: () => meanLoss(workload, bench.current!.logits()),
  logits: () => [...bench.current!.logits()],
}
Object.assign(globalThis, { bench })
