/** Which backend a figure is to run on: the reader's choice, or the fastest that was measured on this device. */
import type { BackendMemory } from './backendMemory.ts'
import type { Client } from './client.ts'
import type { Backend } from './engine.ts'
import type { BackendReport, OpenRequest } from './protocol.ts'

export interface BackendChoice {
  /** Whether the backend was left open, and nothing is known of this device. */
  open(): boolean
  /**
   * Measures once, however often it is asked for meanwhile: the worker could not be called back from it. Never
   * rejects: what is wrong is told when a run is opened.
   * @param ahead before anybody asked for training; may end without a result.
   */
  measure(ahead: boolean): Promise<void>
  /** Whether what is measured now was begun ahead. */
  aheadNow(): boolean
  /** What to try, in this order: what was chosen or is fastest, then what works almost everywhere. */
  candidates(): [Backend, ...Backend[]]
}

const anyOrder: readonly Backend[] = ['wasm', 'cpu', 'webgl']

export function createBackendChoice(options: {
  client: Client
  memory: BackendMemory
  wanted: () => Backend | 'auto'
  request: () => Omit<OpenRequest, 'id' | 'backend'>
  measured: (report: BackendReport) => void
}): BackendChoice {
  const { client, memory, wanted, request, measured } = options
  let measuring: { done: Promise<void>; ahead: boolean } | null = null

  async function measureNow(ahead: boolean): Promise<void> {
    try {
      const report = await client.measureBackends(request(), ahead)
      if (report.every(({ stepsPerSecond }) => stepsPerSecond === null)) return
      memory.remember(report)
      measured(report)
    } catch {
      // The worker was lost, or did not load.
    } finally {
      measuring = null
    }
  }

  return {
    open: () => wanted() === 'auto' && !memory.recall(),
    measure(ahead) {
      measuring ??= { ahead, done: measureNow(ahead) }
      return measuring.done
    },
    aheadNow: () => measuring?.ahead ?? false,
    candidates() {
      const known = (memory.recall() ?? []).filter(({ stepsPerSecond }) => stepsPerSecond !== null)
      const choice = wanted()
      const first = choice === 'auto' ? known.map((entry) => entry.backend) : [choice]
      const [best = 'wasm', ...others] = new Set([...first, ...anyOrder])
      return [best, ...others]
    },
  }
}
