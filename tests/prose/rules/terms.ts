/**
 * No term before its definition, over the whole book: what a chapter defines with <Term>, and what the list of the
 * field's words names, is used only after it was defined, or once a link has led to where it is.
 */
import { keyOf, occurrences, patternOf } from '../../../src/mdx/compile/glossaryWords.ts'
import type { Finding, Rule } from '../rule.ts'
import type { Chapter } from '../text/chapters.ts'
import { passages, type Passage } from '../text/passages.ts'
import { definedIn } from './termList.ts'
import { field, known } from './vocabulary.ts'

/** Headings announce, quotes and titles are explained below them. */
const read = ({ tree }: Chapter): Passage[] =>
  passages(tree).filter(({ kind }) => kind === 'text' || kind === 'cell')

/** The first definition of each term: its place, as messages name it. */
function definitions(book: readonly Chapter[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const chapter of book)
    for (const passage of read(chapter))
      for (const { key, start } of definedIn(passage))
        if (!found.has(key)) found.set(key, `${chapter.path}:${passage.lineAt(start)}`)
  return found
}

export const terms: Rule = (chapter, book) => {
  const defined = definitions(book)
  const exempt = new Set(known.map(keyOf))
  const keys = new Set([...defined.keys(), ...field.map(keyOf)].filter((key) => !exempt.has(key)))
  const patterns = new Map([...keys].map((key) => [key, patternOf(key)]))
  /** Terms that the reader has met. */
  const met = new Set<string>()
  const found: Finding[] = []
  for (const each of book.filter(({ order }) => order <= chapter.order))
    for (const passage of read(each)) {
      const definedHere = definedIn(passage)
      for (const { key, start, end } of occurrences(passage.text, patterns)) {
        const marked = passage.marks.some((mark) => mark.start <= start && start < mark.end)
        for (const one of definedHere) if (one.start <= start) met.add(one.key)
        if (met.has(key)) continue
        // Told once for a chapter.
        met.add(key)
        if (marked || each.slug !== chapter.slug) continue
        const place = defined.get(key)
        const written = passage.text.slice(start, end)
        found.push({
          line: passage.lineAt(start),
          reason: place
            ? `"${written}" is used before it is defined (${place}). Define it here with <Term>, use other words, or link it to where it is explained.`
            : `"${written}" is used and no chapter defines it. Write <Term>${written}</Term> where you say what it is.`,
        })
      }
      for (const { key } of definedHere) met.add(key)
    }
  return found
}
