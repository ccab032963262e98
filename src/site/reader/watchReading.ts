/**
 * Notices what is read: a part of the chapter that stands on the screen for a second, or passes through it slowly, has
 * been read; one that rushes by on the way to another has not.
 */
import { partsBetween } from './parts.ts'

/** ms between two looks; what both see counts. */
const interval = 1000

/** What of the article is on the screen. The references are no part of the reading. */
const onScreen = (article: Element): bigint => {
  const { top, bottom } = article.getBoundingClientRect()
  const end = article.querySelector('#references')?.getBoundingClientRect().top ?? bottom
  const share = (y: number) => (y - top) / Math.max(1, end - top)
  return partsBetween(share(0), share(innerHeight))
}

/** @param read told of parts (parts.ts) that were read; often the same again. */
export function watchReading(article: Element, read: (parts: bigint) => void): void {
  let before = 0n
  let timer: ReturnType<typeof setInterval> | undefined
  const rest = () => {
    clearInterval(timer)
    timer = undefined
  }
  const look = () => {
    const now = onScreen(article)
    const both = now & before
    if (both) read(both)
    // Nothing moves: there is nothing to see until something does.
    if (now === before) rest()
    before = now
  }
  const wake = () => {
    if (timer !== undefined || document.hidden) return
    before = onScreen(article)
    timer = setInterval(look, interval)
  }
  addEventListener('scroll', wake, { passive: true })
  addEventListener('resize', wake)
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : wake()))
  wake()
}

/** What stands on the first screen of the article, for readers who took their time before they went on. */
export const firstScreen = (article: Element): bigint => {
  const { height } = article.getBoundingClientRect()
  return partsBetween(0, (innerHeight * 0.8) / Math.max(1, height))
}
