/** Which pages keep an old edition, and whose worker a page listens to, where one copy of the book lies below another. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoryCaches } from '../../../tests/site/memoryCaches.ts'
import { cacheOf, type Edition } from './edition.ts'
import type { Report } from './messages.ts'
import { onReport } from './registration.ts'
import { retire, succeed } from './retire.ts'
import type { Client } from './workerScope.ts'

const scope = 'https://example.org/book/'
const edition: Edition = { id: 'two', files: [{ name: 'assets/new.js', hash: 'h', bytes: 1 }] }
const old = cacheOf(scope, 'one')

const page = (script: string): Client => ({
  url: scope,
  postMessage: (_, [port]: Transferable[] = []) => (port as MessagePort).postMessage(script, []),
})

beforeEach(() => vi.stubGlobal('caches', memoryCaches()))
afterEach(() => vi.unstubAllGlobals())

it.each([
  ['goes when every page has its code in the new one', ['assets/new.js'], false],
  ['stays for a page that has not', ['assets/new.js', 'assets/old.js'], true],
  ['goes although a page of a copy below is open', ['assets/new.js', 'second/assets/old.js'], false],
])('an old edition %s', async (_, scripts, stays) => {
  await caches.open(old)
  await succeed(scope, [old])
  const pages = scripts.map((script) => page(scope + script))
  await retire(scope, edition, pages, 'whole')
  expect((await caches.keys()).includes(old)).toBe(stays)
})

it('an answer that is no address counts as none', async () => {
  await caches.open(old)
  await succeed(scope, [old])
  await retire(scope, edition, [page('')], 'whole')
  expect(await caches.keys()).toContain(old)
})

it('a page hears the worker of its own copy, and none of a copy above', () => {
  class Worker {
    readonly scriptURL: string
    constructor(scriptURL: string) {
      this.scriptURL = scriptURL
    }
  }
  const container = new EventTarget()
  vi.stubGlobal('ServiceWorker', Worker)
  vi.stubGlobal('navigator', { serviceWorker: container })
  const heard: Report[] = []
  onReport(`${scope}second/`, (report) => heard.push(report))
  const tell = (from: string, data: unknown) =>
    container.dispatchEvent(Object.assign(new Event('message'), { data, source: new Worker(from) }))
  tell(`${scope}sw.js`, { offline: 'done' })
  tell(`${scope}second/sw.js`, { offline: 'failed', reason: 'room' })
  tell(`${scope}second/sw.js`, { offline: 'anything' })
  expect(heard).toEqual([{ offline: 'failed', reason: 'room' }])
})
