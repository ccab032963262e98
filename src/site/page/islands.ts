/** Loads a figure's code when the reader comes near it, and offers to try again if that fails. */
import { button, make } from './elements.ts'
import { bring } from './recorded.ts'

/** How far below (or above) the screen a figure starts to load. */
const margin = '600px'

/** Puts a sentence with a button after the figure; both go when the button is pressed. */
const offerRetry = (island: HTMLElement, retry: () => void) => {
  const note = make(
    'p',
    'This figure could not be started. ',
    button('Try again', () => {
      note.remove()
      retry()
    }),
  )
  note.className = 'island-failed'
  note.setAttribute('role', 'alert')
  island.after(note)
}

/** Hydrates one island; resolves when it is alive. The prerendered figure stays, or comes back, when anything goes wrong. */
export const start = async (island: HTMLElement): Promise<void> => {
  const prerendered = island.innerHTML
  const fail = (error: unknown) => {
    console.error(error)
    island.innerHTML = prerendered
    bring()
    offerRetry(island, () => void start(island))
  }
  try {
    // The list of all figures is longer than everything else here.
    const { mount, codeOf } = await import('./mount.tsx')
    await mount(island, await codeOf(island), fail)
  } catch (error) {
    fail(error)
  }
}

export const watchIslands = (): void => {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          observer.unobserve(target)
          void start(target as HTMLElement)
        }
    },
    { rootMargin: `${margin} 0px` },
  )
  for (const island of document.querySelectorAll('[data-island]')) observer.observe(island)
}
