/**
 * The reader's record in this browser's storage. Several tabs may write: each reads what is there, adds everything that
 * it has to tell since it was opened, and writes both, so that no write of another tab is lost for long.
 */
import { asideKey, recordKey } from './keys.ts'
import { parseRecord } from './parse.ts'
import { empty, merge, type ReaderRecord } from './record.ts'

/** What is used of `localStorage`. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface Store {
  /** What is stored, with what this tab could not store. */
  read(): ReaderRecord
  /** Adds news; they are merged, so the same news again change nothing. */
  add(chapters: ReaderRecord['chapters']): void
  /** Another record takes the place of this one. */
  replace(record: ReaderRecord): void
  /** This tab forgets, too. Its stored record has been taken away by the caller. */
  forget(): void
  /** Why nothing is kept beyond this page, as a sentence; null where it is. */
  trouble(): string | null
  /** Texts that were found and could not be read, in whole or in part, since this page was opened; in sentences. */
  aside(): readonly { key: string; words: string }[]
}

const keepsNothing =
  'This browser keeps nothing for this site, so what the book knows of your reading ends with this page.'
const isFull =
  'The storage of this browser is full, so what you do on this page may not be remembered. Erase something, or save your reading as a file.'

const troubleOf = (error: unknown): string =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? isFull : keepsNothing

/** Takes a text out of the way under a name of its own; null if there is no room for that. */
const setAside = (store: StorageLike, text: string): string | null => {
  let number = 1
  while (store.getItem(asideKey + number) !== null) number++
  try {
    // The room that it takes now is needed for its copy.
    store.removeItem(recordKey)
    store.setItem(asideKey + number, text)
    return asideKey + number
  } catch {
    store.setItem(recordKey, text)
    return null
  }
}

/**
 * @param storage a function because naming `localStorage` may throw.
 * @param now milliseconds since 1970.
 */
export function createStore(storage: () => StorageLike, now: () => number): Store {
  const aside: { key: string; words: string }[] = []
  let trouble: string | null = null
  /** What this tab has to tell of the record that it last saw. */
  let own = empty(now())

  const stored = (store: StorageLike): ReaderRecord | null => {
    const text = store.getItem(recordKey)
    if (text === null) return null
    const parsed = parseRecord(text, now())
    if (parsed.record !== null && parsed.dropped === 0) return parsed.record
    const key = setAside(store, text)
    if (key === null)
      throw new Error('What was stored could not be read, and there is no room to set it aside.')
    const words =
      parsed.record === null
        ? `What this browser remembered of your reading ${parsed.why}. It was set aside, and nothing of it was deleted.`
        : 'A part of what this browser remembered of your reading made no sense. The rest is kept, and the whole was set aside.'
    aside.push({ key, words })
    if (parsed.record !== null) store.setItem(recordKey, JSON.stringify(parsed.record))
    return parsed.record
  }

  /** Reads and, where `write` says so, writes. What fails is said by `trouble`. */
  const exchange = (write: boolean, news: ReaderRecord['chapters'] = {}): ReaderRecord => {
    try {
      const store = storage()
      const known = stored(store)
      // Erased, or replaced, by another tab: what this one had to tell belonged to the record before.
      if (known?.since !== own.since && trouble === null) own = empty(known?.since ?? now())
      own = merge(own, { ...own, chapters: news })
      const whole = known ? merge(known, own) : own
      if (write) store.setItem(recordKey, JSON.stringify(whole))
      if (write) trouble = null
      return whole
    } catch (error) {
      own = merge(own, { ...own, chapters: news })
      trouble = troubleOf(error)
      return own
    }
  }

  return {
    read: () => exchange(false),
    add: (news) => void exchange(true, news),
    replace(record) {
      own = record
      try {
        storage().setItem(recordKey, JSON.stringify(record))
        trouble = null
      } catch (error) {
        trouble = troubleOf(error)
      }
    },
    forget() {
      own = empty(now())
    },
    trouble: () => trouble,
    aside: () => aside,
  }
}
