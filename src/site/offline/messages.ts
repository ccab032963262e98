/** What a page and the service worker say to each other. Both sides check: other scripts of the origin may post too. */

/** From a page. */
export type Request =
  /** Save what is still missing of this edition, then report. */
  | { offline: 'save' }
  /** Keep these addresses, which this page has loaded before there was a worker. */
  | { offline: 'keep'; addresses: string[] }
  /** Serve this page too: it was loaded past the worker. */
  | { offline: 'claim' }
  /** Take the place of the edition before, although its pages are open: the reader asked for it. */
  | { offline: 'take over' }

export type Failure =
  /** A file did not arrive. */
  | 'network'
  /** The browser has no room, or gives none. */
  | 'room'
  /** A file is not the one of this edition: it was published anew meanwhile, or something on the way changes files. */
  | 'changed'
  /** The browser's storage, or its service worker, does not do it. */
  | 'browser'

/** From the worker. Bytes are those of a transfer. */
export type Report =
  | { offline: 'progress'; saved: number; total: number }
  | { offline: 'done' }
  | { offline: 'failed'; reason: Failure }
  /** The reader has removed the book, perhaps on another page. */
  | { offline: 'removed' }
  /** Which script does this page run? The answer, its address, goes to the port. */
  | { offline: 'script?' }

const kinds = {
  request: ['save', 'keep', 'claim', 'take over'],
  report: ['progress', 'done', 'failed', 'removed', 'script?'],
} as const

const isOneOf = (data: unknown, names: readonly string[]): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'offline' in data &&
  typeof data.offline === 'string' &&
  names.includes(data.offline)

export function isRequest(data: unknown): data is Request {
  if (!isOneOf(data, kinds.request)) return false
  const { offline, addresses } = data as { offline: string; addresses?: unknown }
  if (offline !== 'keep') return true
  return Array.isArray(addresses) && addresses.every((each) => typeof each === 'string')
}

export const isReport = (data: unknown): data is Report => isOneOf(data, kinds.report)
