/** What browsers have as `navigator.locks`, for one thread in Node: exclusive locks, and holders that die. */
import { onTestFinished, vi } from 'vitest'

export interface TestLocks {
  /** Ends whoever holds a lock, as the browser does with a worker that is terminated. */
  killHolders(): void
  held(): number
}

/** Puts them where browsers have them, until the test is over. */
export function installLocks(): TestLocks {
  const holders = new Map<string, () => void>()
  const queues = new Map<string, (() => void)[]>()

  function free(name: string): void {
    holders.delete(name)
    queues.get(name)?.shift()?.()
  }
  function request(name: string, ...rest: unknown[]): Promise<void> {
    const work = rest.at(-1) as () => unknown
    const { signal } = (rest.length > 1 ? rest[0] : {}) as { signal?: AbortSignal }
    return new Promise((resolve, reject) => {
      const grant = () => {
        holders.set(name, () => free(name))
        void Promise.resolve(work()).then(() => {
          resolve()
          if (holders.has(name)) free(name)
        })
      }
      signal?.addEventListener('abort', () => {
        queues.set(
          name,
          (queues.get(name) ?? []).filter((each) => each !== grant),
        )
        reject(new Error('aborted'))
      })
      if (holders.has(name)) queues.set(name, [...(queues.get(name) ?? []), grant])
      else grant()
    })
  }
  vi.stubGlobal('navigator', { locks: { request } })
  onTestFinished(() => void vi.unstubAllGlobals())
  return {
    held: () => holders.size,
    killHolders: () => [...holders.values()].forEach((end) => end()),
  }
}
