/** What only some pages have, by what it is in the page; its code comes with it. */
const features: Readonly<Record<string, () => Promise<{ start: () => void }>>> = {
  '[data-cite]': () => import('./citation.ts'),
  '[data-embedding]': () => import('../embed/embedding.ts'),
  '[data-glossary-filter]': () => import('../glossary/filter.ts'),
  '[data-lecture]': () => import('../lecture/start.tsx'),
  '[data-presenter]': () => import('../lecture/presenter/start.tsx'),
  '[data-your-reading]': () => import('../reader/yourReading.ts'),
}

export const startFeatures = (): void => {
  for (const [selector, load] of Object.entries(features))
    if (document.querySelector(selector))
      load().then(
        ({ start }) => start(),
        (error: unknown) => console.error('A part of this page could not be loaded:', error),
      )
}
