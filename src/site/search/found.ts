/**
 * Shows where on the page the words are that search found: painted with the Custom Highlight API, which leaves the page
 * as it is. Escape, or the next search, takes the paint away.
 */
import { hitsIn } from './words.ts'

const painted = 'found'
/** Words go from page to page in the address, and out of it again: `?find=gain+layer`. */
const parameter = 'find'
/** More would make a long address, and marks everywhere. */
const most = 12

const isHeading = (element: Element) => /^H[23]$/.test(element.tagName)

/** The elements that belong to an anchor: itself, or what follows a heading up to the next one. */
function region(anchor: string): Element[] {
  const target = anchor ? document.getElementById(anchor) : null
  if (target && !isHeading(target)) return [target.closest('.entry') ?? target]
  const first = target ?? document.querySelector('.chapter-head')
  const elements: Element[] = []
  for (let element: Element | null = first; element; element = element.nextElementSibling) {
    if (element !== first && isHeading(element)) break
    elements.push(element)
  }
  return elements
}

function* ranges(elements: readonly Element[], words: ReadonlySet<string>): Generator<Range> {
  for (const element of elements) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.parentElement?.closest('.katex, svg, button, select')) continue
      for (const { at, end } of hitsIn(node.nodeValue ?? '', words)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, end)
        yield range
      }
    }
  }
}

export const clearFound = (): void => {
  removeEventListener('keydown', clearOnEscape)
  if ('highlights' in CSS) CSS.highlights.delete(painted)
}

/** Other keys, those that scroll say, leave the paint. */
function clearOnEscape({ key }: KeyboardEvent): void {
  if (key === 'Escape') clearFound()
}

/** The address of a place, with the words to be shown there. */
export const withWords = (address: URL, words: ReadonlySet<string>): URL => {
  const carrying = new URL(address)
  carrying.searchParams.set(parameter, [...words].slice(0, most).join(' '))
  return carrying
}

/** The anchor that an address names; one with escapes that stand for nothing (`#%`) names what it says. */
export const anchorIn = ({ hash }: URL): string => {
  const name = hash.slice(1)
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}

/** The words that an address brings: whatever it says, few of them. */
const wordsIn = ({ searchParams }: URL): string[] =>
  (searchParams.get(parameter) ?? '').slice(0, 400).split(' ').filter(Boolean).slice(0, most)

/**
 * Paints the words that an address brings, in the section, figure or exercise that it leads to. Browsers without the API
 * show the place alone.
 */
export const showFound = (address: URL): void => {
  clearFound()
  if (!('highlights' in CSS)) return
  const words = new Set(wordsIn(address))
  CSS.highlights.set(painted, new Highlight(...ranges(region(anchorIn(address)), words)))
  addEventListener('keydown', clearOnEscape)
}

/** On a page that search led to: shows the words that its address brings and takes them out of it. */
export const start = (): void => {
  const found = new URL(location.href)
  const plain = new URL(found)
  plain.searchParams.delete(parameter)
  history.replaceState(history.state, '', plain)
  showFound(found)
}
