/**
 * Old editions leave when no open page needs them: a page asks for its code in small pieces, for as long as it is open,
 * and the server does not have them any more. Runs in the service worker.
 */
import { isHashed, nameOf, stateOf, type Edition } from './edition.ts'
import type { Wish } from './wish.ts'
import type { Client } from './workerScope.ts'

const key = (scope: string) => new URL('before', scope).href

/** The caches that may be deleted: an edition that is only being fetched is not among them. Oldest first. */
async function before(scope: string): Promise<string[]> {
  const found = await (await caches.open(stateOf(scope))).match(key(scope))
  const names: unknown = found ? await found.json() : []
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

const write = async (scope: string, names: readonly string[]) =>
  (await caches.open(stateOf(scope))).put(key(scope), Response.json(names))

/** How long a page may take to answer. One that does not is one that may need anything. */
const patience = 2000

const scriptOf = (page: Client): Promise<string | null> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      resolve(typeof data === 'string' && URL.canParse(data) ? data : null),
    )
    port1.start()
    setTimeout(() => resolve(null), patience)
    page.postMessage({ offline: 'script?' }, [port2])
  })

/** An edition became the active one: every other that is there now is older, or was left half-fetched. */
export const succeed = (scope: string, others: readonly string[]): Promise<void> => write(scope, others)

/**
 * Deletes the caches before `edition` if every page runs a script that is in `edition` too: the script's name holds the
 * names of all code that it may ask for. A page of another copy, below the path of this one, needs none of them. Of visited pages only, the last edition stays: it is what a reader has offline.
 */
export async function retire(
  scope: string,
  edition: Edition,
  pages: readonly Client[],
  wish: Wish | null,
): Promise<void> {
  const old = await before(scope)
  const leaving = wish === 'visited' ? old.slice(0, -1) : old
  if (leaving.length === 0) return
  const scripts = await Promise.all(pages.map(scriptOf))
  const needsNoOther = (script: string | null) => {
    if (script === null) return false
    const name = nameOf(scope, script)
    return name === null || !isHashed(name) || edition.files.some((file) => file.name === name)
  }
  if (!scripts.every(needsNoOther)) return
  for (const cache of leaving) await caches.delete(cache)
  await write(
    scope,
    old.filter((cache) => !leaving.includes(cache)),
  )
}
