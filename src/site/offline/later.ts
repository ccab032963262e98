/** Part of every page's first JavaScript: loads what saves the book when the page has been there for a while. */

/** So long after everything has loaded: the page, and a figure on the first screen, come first. */
const patience = 3000

const whenIdle = (work: () => void) => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 10_000 })
  else setTimeout(work)
}

const start = () =>
  whenIdle(() => {
    import('./offline.ts').then(
      (module) => module.start(),
      (error: unknown) => console.info('The book cannot be saved for offline reading now:', error),
    )
  })

const wait = () => setTimeout(start, patience)

/** Not in development, where files change all the time, and not in somebody else's page. */
export const startOfflineLater = (): void => {
  if (!import.meta.env.PROD || window !== window.top) return
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait)
}
