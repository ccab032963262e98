/** Remembers what was measured for a figure on this device. Storage that fails or lies only costs a new measurement. */
import { isBackend } from './engine.ts'
import type { BackendReport } from './protocol.ts'

/** What is used of `localStorage`. */
export interface StorageLike {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

export interface BackendMemory {
  recall(): BackendReport | null
  remember(report: BackendReport): void
}

type Entry = BackendReport[number]

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const { backend, stepsPerSecond, why } = value as Record<string, unknown>
  const speed = stepsPerSecond === null || (Number.isFinite(stepsPerSecond) && (stepsPerSecond as number) > 0)
  return isBackend(backend) && speed && (why === undefined || typeof why === 'string')
}

const isReport = (value: unknown): value is BackendReport =>
  Array.isArray(value) && value.every(isEntry) && value.some((entry) => entry.stepsPerSecond !== null)

/** What was remembered is valid or null, whatever stands in the storage. */
function parse(text: string): BackendReport | null {
  try {
    const value: unknown = JSON.parse(text)
    return isReport(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** `storage` is a function because a browser may throw already when `localStorage` is named. */
export function createBackendMemory(widget: string, storage: (() => StorageLike) | undefined): BackendMemory {
  const key = `watch-it-learn:backends:2:${widget}`
  let known: BackendReport | null = null

  function guarded<T>(work: (storage: StorageLike) => T): T | null {
    try {
      return storage ? work(storage()) : null
    } catch {
      // Private windows and full storages throw: then this page alone remembers.
      return null
    }
  }

  return {
    recall() {
      known ??= parse(guarded((store) => store.getItem(key)) ?? 'null')
      return known
    },
    remember(report) {
      known = report
      guarded((store) => store.setItem(key, JSON.stringify(report)))
    },
  }
}
