/** The one service worker of this copy of the book: made, asked, and removed again. */
import { isEditionOf } from './edition.ts'
import { isReport, type Report, type Request } from './messages.ts'
import { writeWish } from './wish.ts'

const notInstalled = 'The service worker could not be installed; it is tried again at the next visit.'

/** Rejects when the worker cannot be fetched, or the browser refuses it. */
export async function registerWorker(scope: string): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(new URL('sw.js', scope), { scope, updateViaCache: 'none' })
  const registration = await navigator.serviceWorker.getRegistration(scope)
  if (!registration) throw new Error('This browser has no service worker for the book.')
  return registration
}

/** The active worker, as soon as there is one. */
async function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  if (registration.active) return registration.active
  const first = registration.installing ?? registration.waiting
  if (!first) throw new Error(notInstalled)
  return new Promise((resolve, reject) => {
    const look = () => {
      if (first.state === 'activating' || first.state === 'activated') resolve(first)
      if (first.state === 'redundant') reject(new Error(notInstalled))
    }
    first.addEventListener('statechange', look)
    look()
  })
}

export const send = async (registration: ServiceWorkerRegistration, request: Request): Promise<void> =>
  (await activeWorker(registration)).postMessage(request, [])

/** What the reader asks for with the button. How it goes on is told in reports. */
export async function saveAll(scope: string): Promise<void> {
  await writeWish(scope, 'whole')
  // Asked of the browser once it is the reader's wish: then it does not clear the book away when room gets short.
  await navigator.storage?.persist()
  await send(await registerWorker(scope), { offline: 'save' })
}

/**
 * Asks the worker again for what it was asked before: it may have been ended on the way. False where there is none any
 * more, because another page has removed the book.
 */
export async function askAgain(scope: string): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(scope)
  if (registration?.scope !== scope) return false
  await send(registration, { offline: 'save' })
  return true
}

/** Listens to this copy's own worker: that of a copy above it reports to every page below its path. */
export function onReport(scope: string, listener: (report: Report) => void): void {
  const script = new URL('sw.js', scope).href
  navigator.serviceWorker.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (isReport(data) && source instanceof ServiceWorker && source.scriptURL === script) listener(data)
  })
}

/**
 * Everything that was saved leaves this device, and nothing is saved by itself any more. A worker that is
 * saving reads the wish, and stops (store.ts).
 */
export async function removeAll(scope: string): Promise<void> {
  await writeWish(scope, 'none')
  const registration = await navigator.serviceWorker.getRegistration(scope)
  // Where this copy has none, the browser names that of a copy above it.
  if (registration?.scope === scope) await registration.unregister()
  for (const cache of await caches.keys()) if (isEditionOf(scope, cache)) await caches.delete(cache)
}
