/** The list of what was found, as elements. */
import { make } from '../page/elements.ts'
import type { Findings, Found } from './engine.ts'
import { marked, snippet, type Stretch } from './snippet.ts'

const span = (name: string, stretches: readonly Stretch[]) => {
  const element = make('span', ...stretches.map(({ text, found }) => (found ? make('mark', text) : text)))
  element.className = name
  return element
}

/** A result: the page it is on, its title, and the words around what was found. */
export function resultItem({ document: place, words }: Found, href: string): HTMLLIElement {
  const link = make(
    'a',
    span('place', [{ text: place.page, found: false }]),
    ' ',
    span('title', marked(place.title, words)),
  )
  link.href = href
  if (place.korean) {
    const korean = span('korean', marked(place.korean, words))
    korean.lang = 'ko'
    link.append(' ', korean)
  }
  if (place.text) link.append(' ', span('snippet', snippet(place.text, words)))
  return make('li', link)
}

/** What is said of a search, politely. */
export const said = ({ found, total, some }: Findings): string => {
  if (some) return `No place has all of these words. ${total} ${total === 1 ? 'has' : 'have'} some of them.`
  if (total > found.length) return `The best ${found.length} of ${total} results`
  return total === 1 ? '1 result' : `${total} results`
}
