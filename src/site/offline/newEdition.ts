/** A quiet note in the header when the book was published anew. Nothing reloads by itself. */
import type { Request } from './messages.ts'

const words = {
  /** The new edition is saved, and waits until no page of this one is open. */
  ready: 'A new edition of the book is here.',
  /** This page cannot go on without it. */
  lost: 'The book was published anew, and figures of this page need the new edition.',
}

/** Shows the note once. The button calls `reload`. */
export function offerNewEdition(why: keyof typeof words, reload: () => void): void {
  const there = document.querySelector('.new-edition')
  if (there?.getAttribute('data-why') === 'lost' || there?.getAttribute('data-why') === why) return
  there?.remove()
  const note = document.createElement('div')
  note.className = 'new-edition'
  note.dataset['why'] = why
  const text = document.createElement('p')
  text.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn line'
  button.textContent = 'Reload for the new edition'
  button.addEventListener('click', () => {
    button.disabled = true
    reload()
  })
  note.append(text, button)
  const header = document.querySelector('header.top')
  if (header) header.after(note)
  else document.body.prepend(note)
  // Said by screen readers only if it changes after it is there.
  text.textContent = words[why]
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
