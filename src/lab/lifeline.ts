/**
 * How a page learns that its worker has died, also when nothing says so: a worker that is terminated from outside, or
 * that the browser ends, fires no event. The worker holds a lock for as long as it lives, and the page waits for that
 * lock. Browsers give it up at once with its holder. Where there are no locks (pages without https) neither side does
 * anything, and only errors are noticed.
 */
import { deferred } from './turns.ts'

/** What is used of `navigator.locks`. */
export type Locks = Pick<LockManager, 'request'>

// Absent where the address is not secure, and in Node before 24.
const own = () => (globalThis.navigator as { locks?: Locks } | undefined)?.locks

/** Holds a lock for the life of this thread. Resolves to its name once it is held; null where there are no locks. */
export async function holdLifeline(locks = own()): Promise<string | null> {
  if (!locks) return null
  const name = `watch-it-learn:worker:${crypto.randomUUID()}`
  const { promise, resolve } = deferred<string | null>()
  locks
    .request(name, () => {
      resolve(name)
      return deferred<void>().promise
    })
    // Refused, in a frame without an origin.
    .catch(() => resolve(null))
  return promise
}

/** Calls `gone` when the holder of the lock called `name` has died. @returns what ends the waiting. */
export function watchLifeline(name: string, gone: () => void, locks = own()): () => void {
  const stop = new AbortController()
  locks
    ?.request(name, { signal: stop.signal }, gone)
    // Rejected when the waiting is ended, which is no error; or refused, and then only errors are noticed.
    .catch(() => undefined)
  return () => stop.abort()
}
