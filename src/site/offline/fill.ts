/** Fetches what is missing of an edition, a few files at a time, and goes on where an earlier attempt has ended. */
import { bytesOf, isHashed, type Edition, type EditionFile } from './edition.ts'
import type { Failure } from './messages.ts'
import { Changed, Removed, type Store } from './store.ts'

/** Few, and at low priority: the reader's page and its figures come first. */
const atOnce = 3

/** Why not everything could be saved. */
export class Incomplete extends Error {
  readonly reason: Failure
  constructor(reason: Failure, cause: unknown) {
    super(`The book is not saved completely (${reason}): ${String(cause)}`, { cause })
    this.reason = reason
  }
}

/** What a fetch fails with, as far as it is no `TypeError`; other `DOMException`s are those of the storage. */
const ofNetwork = ['AbortError', 'NetworkError', 'TimeoutError']

function reasonOf(error: unknown): Failure {
  if (error instanceof Changed) return 'changed'
  if (error instanceof TypeError) return 'network'
  if (!(error instanceof DOMException)) return 'browser'
  if (error.name === 'QuotaExceededError') return 'room'
  return ofNetwork.includes(error.name) ? 'network' : 'browser'
}

const ending = (error: unknown): Removed | Incomplete =>
  error instanceof Removed ? error : new Incomplete(reasonOf(error), error)

async function fetchFile(scope: string, { name }: EditionFile): Promise<Response> {
  // A page of the edition before may lie in the browser's own cache; the server is asked whether it is still the same.
  const cache = isHashed(name) ? 'default' : 'no-cache'
  const response = await fetch(new URL(name, scope), { cache, priority: 'low' })
  if (!response.ok) throw new Changed(`${name} answered ${response.status}.`)
  return response
}

/**
 * Resolves when every file of `wanted` (all of the edition, unless told) is kept. `progress` hears what is there at the
 * beginning, and of each file, in bytes. Throws `Incomplete`, and what was kept until then stays; or `Removed`.
 */
export async function fill(
  scope: string,
  edition: Edition,
  store: Store,
  progress: (saved: number, total: number) => void,
  wanted: (file: EditionFile) => boolean = () => true,
): Promise<void> {
  const files = edition.files.filter(wanted)
  const missing = await store.missing().catch((error: unknown) => {
    throw ending(error)
  })
  const queue = missing.filter(wanted)
  const total = bytesOf(files)
  let saved = total - bytesOf(queue)
  progress(saved, total)
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      try {
        if (!(await store.adopt(file))) await store.keep(file, await fetchFile(scope, file))
      } catch (error) {
        // What is being fetched beside this is still kept; nothing more is begun.
        queue.length = 0
        throw ending(error)
      }
      saved += file.bytes
      progress(saved, total)
    }
  }
  // All of them have ended before it is said how it went: nobody hears of progress after that.
  for (const end of await Promise.allSettled(Array.from({ length: atOnce }, work)))
    if (end.status === 'rejected') throw end.reason
}
