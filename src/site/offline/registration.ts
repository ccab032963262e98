/** The one service worker of this copy of the book: made, asked, and removed again. */
import { isEditionOf } from './edition.ts'
import type { Request } from './messages.ts'
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

/** Everything that was saved leaves this device, and nothing is saved by itself any more. */
export async function removeAll(scope: string): Promise<void> {
  await writeWish(scope, 'none')
  await (await navigator.serviceWorker.getRegistration(scope))?.unregister()
  for (const cache of await caches.keys()) if (isEditionOf(scope, cache)) await caches.delete(cache)
}
