/** The service worker's answers where the browser's storage fails. */
import { afterEach, expect, it, vi } from 'vitest'
import { answer } from './answer.ts'
import type { Edition } from './edition.ts'
import { createStore } from './store.ts'

const scope = 'https://example.org/book/'
const edition: Edition = { id: 'one', files: [{ name: 'en/', hash: 'h', bytes: 1 }] }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('gives pages from the network where nothing that is saved can be read', async () => {
  const broken = () =>
    Promise.reject(new DOMException('Internal error opening cache storage', 'UnknownError'))
  vi.stubGlobal('caches', { match: broken, open: broken, keys: broken })
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('the page')))
  const told = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const after: Promise<unknown>[] = []
  const response = await answer(new Request(`${scope}en/`), {
    scope,
    edition,
    store: createStore(scope, edition),
    mayKeep: () => Promise.resolve(true),
    after: (work) => after.push(work),
  })
  expect(await response.text()).toBe('the page')
  expect(told).toHaveBeenCalledOnce()
  await Promise.allSettled(after)
})
