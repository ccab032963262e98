/**
 * The service worker: `sw.js` at the root of the site, built around its edition by `build/serviceWorker.ts`. docs/offline.md
 * says what it does and why.
 */
import { answer } from './answer.ts'
import { nameOf, notFoundPage, unsavedPage, type Edition } from './edition.ts'
import { fill, Incomplete } from './fill.ts'
import { isRequest, type Report, type Request as Wanted } from './messages.ts'
import { retire, succeed } from './retire.ts'
import { createStore, Removed } from './store.ts'
import { readWish } from './wish.ts'
import type { WorkerScope } from './workerScope.ts'

declare const self: WorkerScope
/** Put here by the build. */
declare const EDITION: Edition

const { scope } = self.registration
const store = createStore(scope, EDITION)
const words = [notFoundPage, unsavedPage]

const pages = async () =>
  (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(
    ({ url }) => nameOf(scope, url) !== null,
  )

const tellAll = async (report: Report) => {
  for (const page of await pages()) page.postMessage(report, [])
}

/** One at a time, however many pages ask. Rejects as `fill` does. */
let saving: Promise<void> | null = null
let progress: Report | null = null
const save = (): Promise<void> =>
  (saving ??= fill(scope, EDITION, store, (saved, total) => {
    progress = { offline: 'progress', saved, total }
    void tellAll(progress)
  }).finally(() => {
    saving = progress = null
  }))

async function saveAndReport(): Promise<void> {
  try {
    // A page that asks while it goes on hears at once that somebody is here: it gives up on a worker that was killed.
    if (progress) await tellAll(progress)
    await save()
    await tellAll({ offline: 'done' })
  } catch (error) {
    if (error instanceof Removed) return tellAll({ offline: 'removed' })
    await tellAll({ offline: 'failed', reason: error instanceof Incomplete ? error.reason : 'browser' })
    if (!(error instanceof Incomplete)) throw error
    console.info(error.message)
  }
}

const keepVisited = async (addresses: readonly string[]) => {
  const names = new Set(addresses.map((address) => nameOf(scope, address)))
  await fill(
    scope,
    EDITION,
    store,
    () => {},
    ({ name }) => names.has(name),
  ).catch((error: unknown) => {
    if (!(error instanceof Incomplete || error instanceof Removed)) throw error
    console.info(error.message)
  })
}

/** Deletes what no open page needs any more of the editions before this one. */
const tidy = async () => retire(scope, EDITION, await pages(), await readWish(scope))

const handle = async (wanted: Wanted): Promise<void> => {
  if (wanted.offline === 'save') {
    await saveAndReport()
    await tidy()
  } else if (wanted.offline === 'keep') {
    await keepVisited(wanted.addresses)
    await tidy()
  } else if (wanted.offline === 'claim') await self.clients.claim()
  else await self.skipWaiting()
}

async function install(): Promise<void> {
  // An edition that replaces one which is saved as a whole has to be whole too, or the old one stays.
  const replaces = self.registration.active !== null && (await readWish(scope)) === 'whole'
  await fill(
    scope,
    EDITION,
    store,
    () => {},
    ({ name }) => replaces || words.includes(name),
  )
}

async function activate(): Promise<void> {
  await self.clients.claim()
  await succeed(scope, await store.others())
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || nameOf(scope, request.url) === null) return
  event.respondWith(
    answer(request, {
      scope,
      edition: EDITION,
      store,
      mayKeep: async () => (await readWish(scope)) !== 'none',
      after: (work) => event.waitUntil(work),
    }),
  )
})

self.addEventListener('message', (event) => {
  if (isRequest(event.data)) event.waitUntil(handle(event.data))
})
