/** The page's half of reading offline: registers the service worker, says what it has saved, notices a new edition. */
import { nameOf } from './edition.ts'
import { isReport } from './messages.ts'
import { offerNewEdition, watchEditions } from './newEdition.ts'
import { showOffline } from './panel.ts'
import { registerWorker, send } from './registration.ts'
import { readWish, writeWish, type Wish } from './wish.ts'

/** The root of the site: this code lies in assets/. */
const scope = new URL(/* @vite-ignore */ '..', import.meta.url).href

/** The script that each page begins with; its name stands for all code of its edition. */
const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? ''

const savesData = () =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true ||
  matchMedia('(prefers-reduced-data: reduce)').matches

/** A page that has lost its code: the server has another edition, and no worker has kept this one. */
async function lookForLostCode(): Promise<void> {
  const response = await fetch(script, { method: 'HEAD', cache: 'no-cache' })
  if (response.status === 404) offerNewEdition('lost', () => location.reload())
}

const watchLostCode = () => {
  addEventListener('vite:preloadError', () => {
    lookForLostCode().catch((error: unknown) => console.info('There is no connection:', error))
  })
}

const watchMessages = () => {
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    if (isReport(data) && data.offline === 'script?') ports[0]?.postMessage(script)
  })
}

/** What this page has loaded until now, for the reader who keeps only visited pages. */
const addresses = () =>
  [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)].filter(
    (address) => nameOf(scope, address) !== null,
  )

/** The whole book, unless the reader saves data; nothing if the reader has removed it. */
async function wished(): Promise<Wish> {
  const wish = await readWish(scope)
  if (wish) return wish
  const first = savesData() ? 'visited' : 'whole'
  await writeWish(scope, first)
  return first
}

async function save(wish: Wish): Promise<void> {
  const registration = await registerWorker(scope)
  watchEditions(registration)
  if (!navigator.serviceWorker.controller) await send(registration, { offline: 'claim' })
  await send(
    registration,
    wish === 'whole' ? { offline: 'save' } : { offline: 'keep', addresses: addresses() },
  )
}

async function startSaving(): Promise<void> {
  const wish = await wished()
  // Before anything is reported.
  const tell = await showOffline(scope, wish)
  if (wish !== 'none') await save(wish).catch(tell)
}

export function start(): void {
  watchLostCode()
  // A page without https, or a browser that has none of it.
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  watchMessages()
  startSaving().catch((error: unknown) => {
    // A private window, storage that is forbidden or full: the book goes on online.
    console.info('The book cannot be saved for offline reading here:', error)
  })
}
