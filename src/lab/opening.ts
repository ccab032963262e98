/** Opens a run on the first backend that can be used, and collects why the others could not. */
import { WorkerLost } from './client.ts'
import type { Backend } from './engine.ts'
import type { BackendReport, OpenResult } from './protocol.ts'

/** Null once the run is not wanted any more. */
type Opened = OpenResult | null

/** Once more where the worker was lost meanwhile: a fresh one may do. */
async function insist(open: () => Promise<Opened>): Promise<Opened> {
  for (let again = true; ; again = false) {
    try {
      return await open()
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error
      if (!again) return { usable: false, why: error.message }
    }
  }
}

/**
 * Rejects with a sentence when no backend can be used.
 * @param known what was measured on this device.
 * @param open is given what is known of all backends, those included that could not be used just now.
 */
export async function openOnFirst(
  order: readonly Backend[],
  known: BackendReport,
  open: (backend: Backend, report: BackendReport) => Promise<Opened>,
): Promise<void> {
  const useless: BackendReport = []
  for (const backend of order) {
    const others = known.filter((entry) => useless.every((other) => other.backend !== entry.backend))
    const result = await insist(() => open(backend, [...others, ...useless]))
    if (!result || result.usable) return
    useless.push({ backend, stepsPerSecond: null, why: result.why ?? 'It cannot be used here.' })
  }
  const reasons = useless.map(({ backend, why }) => `${backend}: ${why?.replace(/\.$/, '') ?? ''}`).join('; ')
  throw new Error(`Nothing on this device can run the arithmetic (${reasons}).`)
}
