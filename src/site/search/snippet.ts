/** The part of a text that shows best why it was found. */
import { folded, wordsOf } from './words.ts'

/** A stretch of text; `found` if it is one of the words. */
export interface Stretch {
  text: string
  found: boolean
}

/** About this many letters; a line and a half on a wide screen. */
const length = 150

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

/** The text from its beginning, or from some words before the place where most different words are close together. */
export function snippet(text: string, words: ReadonlySet<string>): Stretch[] {
  const hits: { word: string; at: number }[] = []
  let end = 0
  for (const word of wordsOf(text)) {
    const at = text.indexOf(word, end)
    end = at + word.length
    if (words.has(folded(word))) hits.push({ word: folded(word), at })
  }
  const variety = (from: number) =>
    new Set(hits.filter(({ at }) => at >= from && at < from + length).map(({ word }) => word)).size
  const best = hits.reduce((one, { at }) => (variety(at) > variety(one) ? at : one), hits[0]?.at ?? 0)
  const from = best < 60 ? 0 : text.indexOf(' ', best - 40) + 1
  const to = from + length + 40 >= text.length ? text.length : text.lastIndexOf(' ', from + length)
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
