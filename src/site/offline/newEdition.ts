/** A quiet note in the header when the book was published anew. Nothing reloads by itself. */
import { button } from '../page/elements.ts'
import { notice } from '../page/notice.ts'
import type { Request } from './messages.ts'

const words = {
  /** The new edition is saved, and waits until no page of this one is open. */
  ready: 'A new edition of the book is here.',
  /** This page cannot go on without it. */
  lost: 'The book was published anew, and figures of this page need the new edition.',
}

/** Shows the note once. The button calls `reload`. */
export function offerNewEdition(why: keyof typeof words, reload: () => void): void {
  const there = document.querySelector<HTMLElement>('[data-new-edition]')
  if (there?.dataset['newEdition'] === 'lost' || there?.dataset['newEdition'] === why) return
  there?.remove()
  const go = button('Reload for the new edition', () => {
    go.disabled = true
    reload()
  })
  notice(words[why], go).dataset['newEdition'] = why
}

/** Reloads this page when the waiting edition has taken over; other pages stay as they are. */
function takeOver(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration
  if (!waiting) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage({ offline: 'take over' } satisfies Request, [])
}

/** Offers an edition that waits now, or comes while this page is open. */
export function watchEditions(registration: ServiceWorkerRegistration): void {
  const offer = () => offerNewEdition('ready', () => takeOver(registration))
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      // The first edition of all waits for nobody.
      if (worker.state === 'installed' && registration.active) offer()
    })
  if (registration.waiting && registration.active) offer()
  watch(registration.installing)
  registration.addEventListener('updatefound', () => watch(registration.installing))
}
