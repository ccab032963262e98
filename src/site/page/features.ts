/** What only some pages have, by what it is in the page; its code comes with it. */
type Load = () => Promise<{ start: () => void }>

const features: Readonly<Record<string, Load>> = {
  '[data-embedding]': () => import('../embed/embedding.ts'),
  '[data-glossary-filter]': () => import('../glossary/filter.ts'),
  '[data-lecture]': () => import('../lecture/start.tsx'),
  '[data-presenter]': () => import('../lecture/presenter/start.tsx'),
  '[data-your-reading]': () => import('../reader/yourReading.ts'),
}

/** What stands far down the page: its code comes when the reader nears it, and for who prints the page some time later. */
const below: Readonly<Record<string, Load>> = { '[data-cite]': () => import('./citation.ts') }

/** ms after everything has loaded; by then the page, and a figure on the first screen, have what they need. */
const patience = 4000

const begin = (load: Load) =>
  load().then(
    ({ start }) => start(),
    (error: unknown) => console.error('A part of this page could not be loaded:', error),
  )

export const startFeatures = (): void => {
  for (const [selector, load] of Object.entries(features))
    if (document.querySelector(selector)) void begin(load)
  for (const [selector, load] of Object.entries(below)) {
    const element = document.querySelector(selector)
    if (!element) continue
    let begun = false
    const start = () => {
      near.disconnect()
      if (begun) return
      begun = true
      void begin(load)
    }
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && start(), {
      rootMargin: '600px',
    })
    near.observe(element)
    addEventListener('load', () => setTimeout(start, patience))
  }
}
