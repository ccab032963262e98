/** Saving an edition that is removed meanwhile, or that this browser does not let be saved. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoryCaches } from '../../../tests/site/memoryCaches.ts'
import { isEditionOf, type Edition } from './edition.ts'
import { fill, Incomplete } from './fill.ts'
import { removeAll } from './registration.ts'
import { createStore, Removed } from './store.ts'
import { writeWish } from './wish.ts'

const scope = 'https://example.org/book/'
const names = Array.from({ length: 12 }, (_, i) => `en/${i}/`)
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
const edition: Edition = { id: 'one', files: names.map((name) => ({ name, hash: hash(name), bytes: 10 })) }
const store = createStore(scope, edition)
const editions = async () => (await caches.keys()).filter((name) => isEditionOf(scope, name))
const nameIn = (address: URL) => address.href.slice(scope.length)

beforeEach(() => {
  vi.stubGlobal('caches', memoryCaches())
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: () => Promise.resolve(undefined) } })
  vi.stubGlobal('fetch', (address: URL) => Promise.resolve(new Response(nameIn(address))))
})
afterEach(() => vi.unstubAllGlobals())

it('keeps what is missing, and says how far it is from the beginning on', async () => {
  await writeWish(scope, 'whole')
  const heard: number[] = []
  await fill(scope, edition, store, (saved) => heard.push(saved))
  expect(heard).toEqual(Array.from({ length: 13 }, (_, i) => 10 * i))
  expect(await store.missing()).toEqual([])
})

it.each([0, 1, 5, 11])('stops and stays removed when the reader removes the book at file %i', async (at) => {
  await writeWish(scope, 'whole')
  const removed: Promise<void>[] = []
  let fetched = 0
  vi.stubGlobal('fetch', (address: URL) => {
    // It goes on beside the removal, as in the worker.
    if (fetched++ === at) removed.push(removeAll(scope))
    return Promise.resolve(new Response(nameIn(address)))
  })
  await expect(fill(scope, edition, store, () => {})).rejects.toThrow(Removed)
  await Promise.all(removed)
  expect(await editions()).toEqual([])
  expect(fetched).toBeLessThanOrEqual(Math.min(names.length, at + 6))
  // A new edition that begins to install later does not bring it back.
  await expect(fill(scope, edition, store, () => {})).rejects.toThrow(Removed)
  expect(await editions()).toEqual([])
})

it.each([
  ['browser', new DOMException('Internal error', 'UnknownError')],
  ['room', new DOMException('Quota exceeded', 'QuotaExceededError')],
])('says that it is the %s when the storage fails before anything is fetched', async (reason, error) => {
  vi.stubGlobal('caches', { open: () => Promise.reject(error) })
  const ended = await fill(scope, edition, store, () => {}).catch((why: unknown) => why)
  expect(ended).toBeInstanceOf(Incomplete)
  expect(ended).toMatchObject({ reason })
})

it('says that it is the network when a file does not arrive', async () => {
  await writeWish(scope, 'whole')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(fill(scope, edition, store, () => {})).rejects.toMatchObject({ reason: 'network' })
})
