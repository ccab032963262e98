/** Everything that the book keeps in this browser, to be erased and, while the page is open, to be put back. */
import { parseRecord } from './parse.ts'
import { merge } from './record.ts'
import { prefix, recordKey } from './keys.ts'
import type { StorageLike, Store } from './store.ts'

export type Kept = ReadonlyMap<string, string>

export const everything = (storage: StorageLike): Map<string, string> => {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
  return new Map(
    keys.filter((key) => key.startsWith(prefix)).map((key) => [key, storage.getItem(key) ?? ''] as const),
  )
}

/** Takes all of it away; what it was is returned. */
export const eraseEverything = (storage: StorageLike, store: Store): Kept => {
  const kept = everything(storage)
  for (const key of kept.keys()) storage.removeItem(key)
  store.forget()
  return kept
}

/** Puts it back, and keeps what has come since. */
export const putBack = (storage: StorageLike, store: Store, kept: Kept, now: number): void => {
  for (const [key, text] of kept) {
    if (key !== recordKey) {
      storage.setItem(key, text)
      continue
    }
    const { record } = parseRecord(text, now)
    if (record) store.replace(merge(record, store.read()))
    else storage.setItem(key, text)
  }
}
