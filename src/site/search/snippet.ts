/** The part of a text that shows best why it was found. */
import { hitsIn, type Hit } from './words.ts'

/** A stretch of text; `found` if it is one of the words. */
export interface Stretch {
  text: string
  found: boolean
}

/** About this many letters; a line and a half on a wide screen. */
const length = 150
/** About this many of them before the first word that was found. */
const lead = 40

/** All of a text, with the words marked. */
export const marked = (text: string, words: ReadonlySet<string>): Stretch[] => {
  const stretches: Stretch[] = []
  let from = 0
  for (const { at, end } of hitsIn(text, words)) {
    if (at > from) stretches.push({ text: text.slice(from, at), found: false })
    stretches.push({ text: text.slice(at, end), found: true })
    from = end
  }
  if (from < text.length) stretches.push({ text: text.slice(from), found: false })
  return stretches
}

/** Of the hits that follow `i` closely: how many different words, and within how many letters. */
function cluster(hits: readonly Hit[], i: number): { different: number; width: number } {
  const { at: start } = hits[i]!
  const seen = new Set<string>()
  let width = 0
  for (const { word, at } of hits.slice(i)) {
    if (at > start + length - lead) break
    if (!seen.has(word)) width = at - start
    seen.add(word)
  }
  return { different: seen.size, width }
}

/** Where most different words stand, as close together as they do anywhere; 0 without any. */
function bestPlace(hits: readonly Hit[]): number {
  let best = { at: 0, different: 0, width: 0 }
  hits.forEach(({ at }, i) => {
    const { different, width } = cluster(hits, i)
    if (different > best.different || (different === best.different && width < best.width))
      best = { at, different, width }
  })
  return best.at
}

/** The text from its beginning, or from some words before the place where most different words are close together. */
export function snippet(text: string, words: ReadonlySet<string>): Stretch[] {
  const best = bestPlace(hitsIn(text, words))
  const from = best < 1.5 * lead ? 0 : text.indexOf(' ', best - lead) + 1
  const to = from + length + lead >= text.length ? text.length : text.lastIndexOf(' ', from + length)
  const dots = { text: '… ', found: false }
  return [
    ...(from > 0 ? [dots] : []),
    ...marked(text.slice(from, to), words),
    ...(to < text.length ? [{ text: ' …', found: false }] : []),
  ]
}
