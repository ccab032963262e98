/** The list of what was found, as elements. */
import type { Findings, Found } from './engine.ts'
import { marked, snippet, type Stretch } from './snippet.ts'

const span = (name: string, stretches: readonly Stretch[]) => {
  const element = document.createElement('span')
  element.className = name
  for (const { text, found } of stretches) {
    const piece = found ? document.createElement('mark') : null
    if (piece) piece.textContent = text
    element.append(piece ?? text)
  }
  return element
}

/** A result: the page it is on, its title, and the words around what was found. */
export function resultItem({ document: place, words }: Found, href: string): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = href
  link.append(
    span('place', [{ text: place.page, found: false }]),
    ' ',
    span('title', marked(place.title, words)),
  )
  if (place.korean) {
    const korean = span('korean', marked(place.korean, words))
    korean.lang = 'ko'
    link.append(' ', korean)
  }
  if (place.text) link.append(' ', span('snippet', snippet(place.text, words)))
  item.append(link)
  return item
}

/** What is said of a search, politely. */
export const said = ({ found, total, some }: Findings): string => {
  if (some) return `No place has all of these words. ${total} ${total === 1 ? 'has' : 'have'} some of them.`
  if (total > found.length) return `The best ${found.length} of ${total} results`
  return total === 1 ? '1 result' : `${total} results`
}
