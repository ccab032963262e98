import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { records, today } from '../../../tests/site/records.ts'
import { eraseEverything, everything, putBack } from './everything.ts'
import { about, merge } from './record.ts'
import { asideKey, recordKey } from './keys.ts'
import { createStore, type StorageLike } from './store.ts'

/** `localStorage` with room for so many characters. */
const memory = (room = Infinity): StorageLike & { entries: Map<string, string> } => {
  const entries = new Map<string, string>()
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, text) {
      const others = [...entries].filter(([name]) => name !== key)
      if (
        others.reduce((sum, [name, value]) => sum + name.length + value.length, key.length + text.length) >
        room
      )
        throw new DOMException('full', 'QuotaExceededError')
      entries.set(key, text)
    },
    removeItem: (key) => void entries.delete(key),
    key: (i) => [...entries.keys()][i] ?? null,
    get length() {
      return entries.size
    },
  }
}

/** Every store begins its records a millisecond later. */
let time = 1000
const open = (storage: StorageLike) =>
  createStore(
    () => storage,
    () => ++time,
  )
const watched = (widget: string) =>
  about('activations', 'Activations', { figures: { [widget]: { title: widget, watched: 5 } } })
const figures = (store: ReturnType<typeof open>) =>
  Object.keys(store.read().chapters['activations']?.figures ?? {}).sort()

it('two tabs lose nothing of each other, even when a write is lost', () => {
  const storage = memory()
  const [one, two] = [open(storage), open(storage)]
  one.add(watched('a'))
  const before = storage.getItem(recordKey)!
  two.add(watched('b'))
  // As if the first had written at the same moment, over the second.
  storage.setItem(recordKey, before)
  one.add(watched('c'))
  two.add(watched('d'))
  expect(figures(one)).toEqual(['a', 'b', 'c', 'd'])
})

it('what one tab erased does not come back from another', () => {
  const storage = memory()
  const [one, two] = [open(storage), open(storage)]
  one.add(watched('a'))
  two.add(watched('b'))
  storage.removeItem(recordKey)
  one.forget()
  expect(figures(two)).toEqual([])
  two.add(watched('c'))
  one.add(watched('d'))
  expect(figures(two)).toEqual(['c', 'd'])
})

it('a record that another tab has replaced is gone from this one', () => {
  const storage = memory()
  const [one, two] = [open(storage), open(storage)]
  one.add(watched('a'))
  two.replace({ version: 1, since: 77, chapters: watched('b') })
  one.add(watched('c'))
  expect(figures(one)).toEqual(['b', 'c'])
})

it('whatever lies in the storage, it is read or set aside whole, and the book goes on', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const storage = memory()
      storage.setItem(recordKey, text)
      const store = open(storage)
      store.add(watched('a'))
      expect(figures(store)).toContain('a')
      expect(store.trouble()).toBeNull()
      const kept = storage.getItem(`${asideKey}1`)
      expect(kept === null ? store.aside() : kept).toEqual(kept === null ? [] : text)
    }),
    { seed: 1 },
  )
})

it('what makes sense of a spoilt record is kept, and all of it is set aside', () => {
  const storage = memory()
  const text = `{"version":1,"since":1,"chapters":{"a":{"title":"A","seen":"f"},"b":7}}`
  storage.setItem(recordKey, text)
  const store = open(storage)
  expect(Object.keys(store.read().chapters)).toEqual(['a'])
  expect(store.aside()).toMatchObject([
    { key: `${asideKey}1`, words: expect.stringContaining('The rest is kept') },
  ])
  expect(storage.getItem(`${asideKey}1`)).toBe(text)
  // It is said once.
  expect(Object.keys(open(storage).read().chapters)).toEqual(['a'])
  storage.setItem(recordKey, 'again')
  expect(open(storage).read().chapters).toEqual({})
  expect(storage.getItem(`${asideKey}2`)).toBe('again')
})

it('without storage it remembers for the page, and says so', () => {
  const store = createStore(
    () => {
      throw new DOMException('denied', 'SecurityError')
    },
    () => 1,
  )
  store.add(watched('a'))
  store.add(watched('b'))
  expect(figures(store)).toEqual(['a', 'b'])
  expect(store.trouble()).toContain('keeps nothing')
})

it('a full storage is said, loses nothing of the page, and is forgiven', () => {
  const storage = memory(400)
  storage.setItem('other', 'x'.repeat(380))
  const store = open(storage)
  store.add(watched('a'))
  expect(store.trouble()).toContain('full')
  storage.removeItem('other')
  store.add(watched('b'))
  expect(store.trouble()).toBeNull()
  expect(figures(open(storage))).toEqual(['a', 'b'])
})

it('adding is merging', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const storage = memory()
      const store = createStore(
        () => storage,
        () => today,
      )
      store.replace(a)
      store.add(b.chapters)
      expect(store.read().chapters).toEqual(merge(a, b).chapters)
    }),
    { seed: 1 },
  )
})

it('all that is the book’s can be erased, nothing else, and be put back with what came since', () => {
  const storage = memory()
  storage.setItem('somebody-else', '1')
  storage.setItem('watch-it-learn:x', '2')
  storage.setItem(`${asideKey}1`, 'spoilt')
  const store = open(storage)
  store.add(watched('a'))
  expect([...everything(storage).keys()].sort()).toEqual([recordKey, `${asideKey}1`, 'watch-it-learn:x'])
  const kept = eraseEverything(storage, store)
  expect([...storage.entries]).toEqual([['somebody-else', '1']])
  expect(figures(store)).toEqual([])
  store.add(watched('b'))
  putBack(storage, store, kept, today)
  expect(figures(open(storage))).toEqual(['a', 'b'])
  expect(storage.getItem('watch-it-learn:x')).toBe('2')
  expect(storage.getItem(`${asideKey}1`)).toBe('spoilt')
})
