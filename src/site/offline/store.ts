/** The files of one edition in the cache storage: whole and verified, or not there. Runs in the service worker. */
import { cacheOf, isEditionOf, isHashed, type Edition, type EditionFile } from './edition.ts'
import { readWish } from './wish.ts'

/** A file that is not the one that the edition lists. */
export class Changed extends Error {}

/** The reader removed the book while something was being kept; that is gone, too. */
export class Removed extends Error {
  constructor() {
    super('The book was removed from this device while it was being saved.')
  }
}

export interface Store {
  /** From the edition; of files that are named by their content, from any edition that is still kept. */
  find(name: string): Promise<Response | undefined>
  /** From another edition: for a reader who keeps only visited pages, and has not been here since it was published anew. */
  findOlder(name: string): Promise<Response | undefined>
  /** Keeps a response, if it is the file that the edition lists. Throws `Changed` if not, `Removed`, and what the cache throws. */
  keep(file: EditionFile, response: Response): Promise<void>
  /** Takes over what another edition has of the same content. */
  adopt(file: EditionFile): Promise<boolean>
  /** The files that are not there yet, in the order of the edition. Throws `Removed`, and what the cache throws. */
  missing(): Promise<EditionFile[]>
  /** Names of the caches of other editions. */
  others(): Promise<string[]>
}

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** As in `EditionFile.hash`. */
const hashOf = async (bytes: ArrayBuffer) => hex((await crypto.subtle.digest('SHA-256', bytes)).slice(0, 16))

/** The cached copy has no transfer left, and was not redirected: a browser refuses such an answer to a navigation. */
function copyOf(bytes: ArrayBuffer, response: Response): Response {
  const headers = new Headers(response.headers)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name)
  return new Response(bytes, { headers })
}

export function createStore(scope: string, edition: Edition): Store {
  const own = cacheOf(scope, edition.id)
  const at = (name: string) => new URL(name, scope).href
  // Addresses are the keys, whatever a server says about variants of one file. A cache that is not there is not made.
  const matchIn = (cacheName: string, name: string) => caches.match(at(name), { cacheName, ignoreVary: true })
  const others = async () => (await caches.keys()).filter((name) => isEditionOf(scope, name) && name !== own)

  async function findOlder(name: string) {
    for (const cache of (await others()).toReversed()) {
      const found = await matchIn(cache, name)
      if (found) return found
    }
    return undefined
  }

  /**
   * To be called after the cache was opened, which makes it anew: either this was before it was deleted, or the wish that
   * is written before that is seen here.
   */
  async function stayRemoved() {
    if ((await readWish(scope)) !== 'none') return
    await caches.delete(own)
    throw new Removed()
  }

  async function keep({ name, hash }: EditionFile, response: Response) {
    const bytes = await response.arrayBuffer()
    if ((await hashOf(bytes)) !== hash) throw new Changed(`${name} is not the file of this edition.`)
    await (await caches.open(own)).put(at(name), copyOf(bytes, response))
    await stayRemoved()
  }

  return {
    async find(name) {
      const found = await matchIn(own, name)
      return found ?? (isHashed(name) ? findOlder(name) : undefined)
    },
    findOlder,
    keep,
    async adopt(file) {
      const found = await findOlder(file.name)
      if (!found) return false
      try {
        await keep(file, found)
        return true
      } catch (error) {
        if (error instanceof Changed) return false
        throw error
      }
    },
    async missing() {
      const kept = await (await caches.open(own)).keys()
      await stayRemoved()
      const there = new Set(kept.map(({ url }) => url))
      return edition.files.filter(({ name }) => !there.has(at(name)))
    },
    others,
  }
}
