/** Part of every page's first JavaScript: loads what saves the book when the page has been there for a while. */
import { afterLoad, whenIdle } from '../page/idle.ts'

/** So long after everything has loaded: the page, and a figure on the first screen, come first. */
const patience = 3000

/** ms after that, at most. */
const longest = 10_000

const start = () =>
  whenIdle(() => {
    import('./offline.ts').then(
      (module) => module.start(),
      (error: unknown) => console.info('The book cannot be saved for offline reading now:', error),
    )
  }, longest)

const wait = () => setTimeout(start, patience)

/** Not in development, where files change all the time, and not in somebody else's page. */
export const startOfflineLater = (): void => {
  if (!import.meta.env.PROD || window !== window.top) return
  afterLoad(wait)
}
