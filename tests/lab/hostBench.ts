/** A host without a worker around it, and what it posts to its page, for tests of the worker's side. */
import type { Experiment } from '../../src/lab/experiment.ts'
import { createHost } from '../../src/lab/host.ts'
import type { HostPage, OpenRequest, Update } from '../../src/lab/protocol.ts'
import { createEngine } from './bench.ts'

export const config = { steps: 1e6, rate: 0.1, shape: 'round' }
export const request: OpenRequest = {
  id: '1',
  widget: 'a',
  config,
  variants: ['slow', 'fast'],
  seeds: [0, 1],
  backend: 'wasm',
}

/** `answer` is what the page gives for each update: its acknowledgement. */
export function createBench(
  experiment: Experiment,
  answer: (update: Update) => Promise<void> | void = () => {},
  engine = createEngine().engine,
) {
  const heard: string[] = []
  const updates: Update[] = []
  const page: HostPage = {
    update(id, update) {
      heard.push(`${id} ${update.status}`)
      updates.push(update)
      return answer(update)
    },
    interrupted: (id) => void heard.push(`${id} interrupted`),
    failed: (id, sentence) => void heard.push(`${id} failed: ${sentence}`),
  }
  const host = createHost({ './a/train.ts': () => Promise.resolve({ default: experiment }) }, engine)
  void host.connect(page)
  return { host, heard, updates }
}
