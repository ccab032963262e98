/**
 * The recorded plots, which are for paper and for readers without JavaScript, wait in a `noscript`: a browser would load
 * and draw their files before it paints the first screen. They come when the page is there.
 */
import { afterLoad, whenIdle } from './idle.ts'

/** ms until they come even if the page is busy. */
const patience = 1000

/** Again where a figure that failed went back to what came with the page. */
export const bring = (): void => {
  for (const kept of document.querySelectorAll('.recorded > noscript')) kept.outerHTML = kept.textContent
}

export const bringRecorded = (): void => {
  afterLoad(() => whenIdle(bring, patience))
  matchMedia('print').addEventListener('change', bring)
}
