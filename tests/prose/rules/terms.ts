/**
 * No term before its definition, over the whole book: what a chapter defines with <Term>, whatever the glossary's word
 * for it, and what the list of the field's words names, is used only after it was defined, or once a link has led to
 * where it is.
 */
import { readFileSync } from 'node:fs'
import { parseGlossary } from '../../../src/mdx/compile/glossary.ts'
import { keyOf, occurrences, patternOf } from '../../../src/mdx/compile/glossaryWords.ts'
import type { Finding, Rule } from '../rule.ts'
import type { Chapter } from '../text/chapters.ts'
import { passages, type Passage } from '../text/passages.ts'
import { definedIn } from './termList.ts'
import { field, known } from './vocabulary.ts'

/** Headings announce, quotes and titles are explained below them. */
const read = ({ tree }: Chapter): Passage[] =>
  passages(tree).filter(({ kind }) => kind === 'text' || kind === 'cell')

const path = 'content/en/glossary.yaml'
const glossary = parseGlossary(readFileSync(path, 'utf8'), path)

/** One key for all words of a term: "LR" is "learning rate", where the glossary says so. */
const termOf = (key: string): string => {
  const entry = glossary.byKey.get(key)
  return entry ? keyOf(entry.term) : key
}

/** Forms in capitals, to find them as they are: MAP is a term, and maps are not. */
const capitals = new Set(
  glossary.entries.flatMap(({ forms = [] }) => forms.filter((form) => /^[A-Z]+$/.test(form))).map(keyOf),
)

/** The first definition of each term: its place, as messages name it. */
function definitions(book: readonly Chapter[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const chapter of book)
    for (const passage of read(chapter))
      for (const { key, start } of definedIn(passage))
        if (!found.has(termOf(key))) found.set(termOf(key), `${chapter.path}:${passage.lineAt(start)}`)
  return found
}

export const terms: Rule = (chapter, book) => {
  const defined = definitions(book)
  const exempt = new Set(known.map(keyOf))
  const forms = [...glossary.byKey.keys()].filter((key) => defined.has(termOf(key)))
  const keys = new Set(
    [...defined.keys(), ...forms, ...field.map(keyOf)].filter((key) => !exempt.has(termOf(key))),
  )
  const patterns = new Map([...keys].map((key) => [key, patternOf(key)]))
  /** Terms that the reader has met. */
  const met = new Set<string>()
  const found: Finding[] = []
  for (const each of book.filter(({ order }) => order <= chapter.order))
    for (const passage of read(each)) {
      const definedHere = definedIn(passage)
      for (const { key, start, end } of occurrences(passage.text, patterns)) {
        const marked = passage.marks.some((mark) => mark.start <= start && start < mark.end)
        const written = passage.text.slice(start, end)
        if (capitals.has(key) && written !== written.toUpperCase()) continue
        const term = termOf(key)
        for (const one of definedHere) if (one.start <= start) met.add(termOf(one.key))
        if (met.has(term)) continue
        // Told once for a chapter.
        met.add(term)
        if (marked || each.slug !== chapter.slug) continue
        const place = defined.get(term)
        found.push({
          line: passage.lineAt(start),
          reason: place
            ? `"${written}" is used before it is defined (${place}). Define it here with <Term>, use other words, or link it to where it is explained.`
            : `"${written}" is used and no chapter defines it. Write <Term>${written}</Term> where you say what it is.`,
        })
      }
      for (const { key } of definedHere) met.add(termOf(key))
    }
  return found
}
