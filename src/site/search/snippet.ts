/** The part of a text that shows best why it was found. */
import { folded, wordsOf } from './words.ts'

/** A stretch of text; `found` if it is one of the words. */
export interface Stretch {
  text: string
  found: boolean
}

/** About this many letters; a line and a half on a wide screen. */
const length = 150
/** About this many of them before the first word that was found. */
const lead = 40

const split = (text: string, words: ReadonlySet<string>): Stretch[] => {
  const stretches: Stretch[] = []
  let end = 0
  for (const word of wordsOf(text)) {
    const start = text.indexOf(word, end)
    if (!words.has(folded(word))) continue
    if (start > end) stretches.push({ text: text.slice(end, start), found: false })
    stretches.push({ text: word, found: true })
    end = start + word.length
  }
  if (end < text.length) stretches.push({ text: text.slice(end), found: false })
  return stretches
}

interface Hit {
  word: string
  at: number
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
  const hits: Hit[] = []
  let end = 0
  for (const word of wordsOf(text)) {
    const at = text.indexOf(word, end)
    end = at + word.length
    if (words.has(folded(word))) hits.push({ word: folded(word), at })
  }
  const best = bestPlace(hits)
  const from = best < 1.5 * lead ? 0 : text.indexOf(' ', best - lead) + 1
  const to = from + length + lead >= text.length ? text.length : text.lastIndexOf(' ', from + length)
  const stretches = split(text.slice(from, to), words)
  const dots = { text: '… ', found: false }
  return [
    ...(from > 0 ? [dots] : []),
    ...stretches,
    ...(to < text.length ? [{ text: ' …', found: false }] : []),
  ]
}

/** All of a text, with the words marked. */
export const marked = (text: string, words: ReadonlySet<string>): Stretch[] => split(text, words)
