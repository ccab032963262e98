/**
 * A browser lays out a whole chapter before it paints the first screen of it. Here the blocks that do not have to be
 * there at first (rest.ts) are laid out after the page has loaded, a few at a time, or all as soon as the reader presses
 * something: it may be a link to a place further down.
 */
import { afterLoad, whenIdle } from './idle.ts'

/** Blocks that a slow processor lays out without a pause that is felt. */
const few = 12

/** ms until the next ones come even if the page is busy. */
const patience = 100

export const layOutRest = (): void => {
  const { dataset } = document.documentElement
  if (!dataset['rest']) return
  const blocks = [...document.querySelectorAll<HTMLElement>('.prose > *')]
  // A browser that does not hold the text where it is would move it under a reader who has scrolled.
  const events = CSS.supports('overflow-anchor', 'auto') ? ['click'] : ['click', 'scroll']
  let laidOut = 0
  const finish = () => {
    for (const event of events) removeEventListener(event, finish, true)
    laidOut = blocks.length
    delete dataset['rest']
    for (const { style } of blocks) style.removeProperty('content-visibility')
  }
  const next = () => {
    if (laidOut >= blocks.length) return finish()
    for (const { style } of blocks.slice(laidOut, laidOut + few)) style.contentVisibility = 'visible'
    laidOut += few
    whenIdle(next, patience)
  }
  for (const event of events) addEventListener(event, finish, true)
  afterLoad(() => whenIdle(next, patience))
}
