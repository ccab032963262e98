/**
 * An edition: one build of the book, as the list of all its files. `build/serviceWorker.ts` makes the list, the service worker
 * is built around it. Nothing here knows a browser.
 */
export interface EditionFile {
  /** From the root of the site. A page is named by its address: "", "en/activations/". */
  name: string
  /** SHA-256 of the content, the first 16 bytes in hexadecimal. */
  hash: string
  /** What it costs to fetch it: bytes with gzip, or as they are where gzip does not help (fonts). */
  bytes: number
}

export interface Edition {
  /** Made of all hashes: the same files are the same edition. */
  id: string
  files: readonly EditionFile[]
}

/** Self-contained pages in words, the first files that are saved: shown for what is not there, and what is not saved. */
export const notFoundPage = '404.html'
export const unsavedPage = 'unsaved.html'

export const bytesOf = (files: readonly EditionFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)

/** Files whose name holds their content: the same name in two editions is the same file. */
export const isHashed = (name: string): boolean => name.startsWith('assets/')

/** Caches belong to an origin, and one origin may hold several copies of the book: their path keeps them apart. */
const family = (scope: string): string => `watch-it-learn ${new URL(scope).pathname}`
export const cacheOf = (scope: string, edition: string): string => `${family(scope)} edition ${edition}`
export const stateOf = (scope: string): string => `${family(scope)} state`
export const isEditionOf = (scope: string, cache: string): boolean => cache.startsWith(cacheOf(scope, ''))

/** The name of what an address asks for; null outside the book. What follows `?` and `#` is the page's own business. */
export function nameOf(scope: string, address: string): string | null {
  const root = new URL(scope)
  const { origin, pathname } = new URL(address)
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null
  return pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, '$1')
}
