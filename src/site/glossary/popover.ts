/**
 * The entry of a term beside its use. It stays while the pointer or the focus is on the use or on the entry itself, and
 * goes with Escape (WCAG 1.4.13). It stands behind the use in the page, so that Tab goes into it.
 */
import { entryOf } from './entry.ts'

/** A pointer on its way past opens nothing; on its way from the use to the entry it loses nothing. In ms. */
const wait = { open: 180, close: 280 }

const margin = 12

interface Shown {
  link: HTMLAnchorElement
  popover: HTMLElement
}
let shown: Shown | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const close = () => {
  clearTimeout(timer)
  shown?.link.removeAttribute('aria-describedby')
  shown?.popover.remove()
  shown = null
}

const isMet = ({ link, popover }: Shown) =>
  [link, popover].some((element) => element.matches(':hover') || element.contains(document.activeElement))

/** Below the line that the use is on, or above it; in the page's coordinates, so that it scrolls along. */
const place = ({ link, popover }: Shown) => {
  const line = link.getClientRects()[0]
  if (!line) return
  const { width, height } = popover.getBoundingClientRect()
  const room = document.documentElement.clientWidth
  const left = Math.max(margin, Math.min(line.left, room - width - margin))
  const below = line.bottom + height + margin < innerHeight || line.top < height + margin
  popover.style.left = `${left + scrollX}px`
  popover.style.top = `${(below ? line.bottom + 4 : line.top - height - 4) + scrollY}px`
}

const build = (link: HTMLAnchorElement, content: readonly HTMLElement[]): Shown => {
  const popover = document.createElement('span')
  popover.className = 'term-popover'
  popover.id = 'term-popover'
  popover.popover = 'manual'
  popover.append(...content)
  link.after(popover)
  link.setAttribute('aria-describedby', popover.id)
  return { link, popover }
}

const failed = () => {
  const sentence = document.createElement('span')
  sentence.textContent = 'The glossary could not be loaded. The link leads to it.'
  return [sentence]
}

const closeLater = () => {
  clearTimeout(timer)
  timer = setTimeout(() => shown && !isMet(shown) && close(), wait.close)
}

async function open(link: HTMLAnchorElement, stillWanted: () => boolean) {
  if (shown?.link === link) return
  const content = await entryOf(link).catch((error: unknown) => {
    console.error(error)
    return failed()
  })
  if (!stillWanted()) return
  close()
  shown = build(link, content)
  shown.popover.showPopover()
  place(shown)
}

/** @param how the event by which the use was met: mouseover, focusin, or the click of a tap */
export const show = (link: HTMLAnchorElement, how: string): void => {
  if (how === 'click') void open(link, () => true)
  else if (how === 'focusin') void open(link, () => link === document.activeElement)
  else {
    // The text is on its way while the pointer rests; if it does not arrive, `open` says so.
    entryOf(link).catch(() => undefined)
    clearTimeout(timer)
    timer = setTimeout(() => void open(link, () => link.matches(':hover')), wait.open)
  }
}

document.addEventListener('keydown', ({ key }) => key === 'Escape' && close())
document.addEventListener('mouseout', closeLater)
document.addEventListener('focusout', closeLater)
document.addEventListener('pointerdown', ({ target }) => {
  if (shown && !shown.link.contains(target as Node) && !shown.popover.contains(target as Node)) close()
})
