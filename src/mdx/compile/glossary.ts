/** Reads `content/<language>/glossary.yaml` and checks each entry, so that every term is defined once, in both languages. */
import * as v from 'valibot'
import { VFile } from 'vfile'
import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { keyOf } from './glossaryWords.ts'
import { AuthorError, suggest } from './problems.ts'
import { slug } from './registry.ts'

const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'))

/** Where uses of a term lead to its entry: the first in each section, the first in a chapter, or none. */
const marks = ['section', 'chapter', 'never'] as const

const schema = v.strictObject(
  {
    /** As the book writes it, in the singular. */
    term: text,
    /** Other words for the same: short forms, other spellings. Plurals are found without. */
    forms: v.optional(v.array(text, 'must be a list of words, such as [BN]')),
    korean: v.pipe(text, v.regex(/\p{Script=Hangul}/u, 'must have a word in Hangul')),
    /** One or two sentences; inline formulas between dollar signs. */
    definition: v.pipe(text, v.regex(/[.!?]$/, 'must end with a point')),
    /** By default `section`, and `never` for what readers know. */
    mark: v.optional(v.picklist(marks, `must be one of ${marks.join(', ')}`)),
    /** A second-year student knows it, so no chapter defines it. */
    known: v.optional(v.literal(true, 'must be true, or be left out')),
    /** The slug of the chapter to come that will define it. */
    later: v.optional(text),
  },
  (issue) => (issue.received === 'undefined' ? 'is missing' : 'is not a field of an entry'),
)

export interface GlossaryEntry extends v.InferOutput<typeof schema> {
  /** Its anchor, on the page of the glossary and where a chapter defines it: `term-learning-rate`. */
  id: string
  mark: (typeof marks)[number]
}

export interface Glossary {
  /** By the alphabet of the English words. */
  entries: readonly GlossaryEntry[]
  /** By the key (see `keyOf`) of the term and of each of its forms. */
  byKey: ReadonlyMap<string, GlossaryEntry>
}

const fields = Object.keys(schema.entries).join(', ')

/**
 * @param source the text of the file
 * @param path where it is, as messages shall name it
 * @throws {AuthorError} with the line of every faulty entry, and of every word that stands in two
 */
export const parseGlossary = (source: string, path: string): Glossary => {
  const file = new VFile({ path, value: source })
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const complain = (offset: number, reason: string) => {
    const { line, col } = lines.linePos(offset)
    file.message(reason, { place: { line: Math.max(1, line), column: Math.max(1, col) } })
  }
  for (const error of document.errors)
    complain(error.pos[0], `The glossary is not valid YAML: ${error.message.split('\n')[0]}`)
  const list = document.contents
  if (list !== null && !isSeq(list))
    complain(0, 'The glossary must be a list of entries, each beginning with "- term: ...".')

  const entries: GlossaryEntry[] = []
  const byKey = new Map<string, GlossaryEntry>()
  const lineOf = new Map<string, number>()

  const read = (item: YAMLMap) => {
    const at = item.range?.[0] ?? 0
    const result = v.safeParse(schema, item.toJS(document))
    if (!result.success) {
      for (const issue of result.issues) {
        const name = v.getDotPath(issue)?.split('.')[0] ?? 'entry'
        const found = item.items.find(({ key }) => String(key) === name)
        const offset = (found?.key as { range?: [number] } | undefined)?.range?.[0] ?? at
        complain(offset, `"${name}" ${issue.message}. The fields are ${fields}.`)
      }
      return
    }
    const given = result.output
    if (given.known && given.later !== undefined)
      complain(at, `"${given.term}" is both known and to come later. Keep one of the two.`)
    const entry: GlossaryEntry = {
      ...given,
      id: `term-${slug(given.term)}`,
      mark: given.mark ?? (given.known ? 'never' : 'section'),
    }
    const { line } = lines.linePos(at)
    for (const word of [entry.term, ...(entry.forms ?? [])]) {
      const key = keyOf(word)
      const other = lineOf.get(key)
      if (other !== undefined)
        complain(at, `"${word}" is already in the entry of line ${other}. Keep one of the two.`)
      lineOf.set(key, line)
      byKey.set(key, entry)
    }
    entries.push(entry)
  }
  if (isSeq(list))
    for (const item of list.items) {
      if (isMap(item)) read(item)
      else
        complain(
          item.range?.[0] ?? 0,
          `An entry of the glossary has the fields ${fields}. Begin it with "- term: ...".`,
        )
    }
  if (file.messages.length > 0) throw new AuthorError(path, file.messages)
  return { entries: entries.toSorted((a, b) => a.term.localeCompare(b.term, 'en')), byKey }
}

/** What to do about a <Term> that the glossary does not have. */
export const withoutEntry = (term: string, path: string, { byKey }: Glossary): string => {
  const near = suggest(keyOf(term), byKey.keys())
  return [
    `"${term}" has no entry in ${path}.`,
    ...(near.startsWith('Did you mean') ? [near] : []),
    `For a new term add "- term: ${term}" with korean and definition.`,
  ].join(' ')
}
