/** Finds words in the book: begun words, slightly misspelled ones, Korean ones. Knows no page. */
import MiniSearch, { type AsPlainObject, type Query, type SearchResult } from 'minisearch'
import type { SearchDocument } from './document.ts'
import { folded, wordsOf } from './words.ts'

/** "Vanishing" finds "vanish" and "vanishes": the ending goes, and begun words are found. */
const stem = (word: string): string => word.replace(/(?<=\w{4})(?:ing|ed|es|e|(?<![su])s)$/, '')

/** Up to a fifth of a longer word may be wrong. */
const fuzzy = (word: string) => (word.length > 4 && /^[a-z]+$/.test(word) ? 0.2 : false)

/** The word that is being typed, and long ones, may be the beginning of one. */
const prefix = (word: string, i: number, all: readonly string[]) =>
  word.length > 3 || (i === all.length - 1 && word.length > 1)

const options = {
  fields: ['title', 'names', 'text'],
  tokenize: wordsOf,
  processTerm: folded,
}

export interface Found {
  document: SearchDocument
  /** The words of the text, folded, that were found in it. */
  words: ReadonlySet<string>
}

export interface Findings {
  /** The best ones, at most 40. */
  found: readonly Found[]
  /** How many there are. */
  total: number
  /** Where no place has all of the words: those with some of them. */
  some: boolean
}

export interface Engine {
  search: (question: string) => Findings
  /** A question that would find something, for one that does not. */
  suggest: (question: string) => string | null
}

const most = 40

const isKorean = (word: string) => /\p{Script=Hangul}/u.test(word)

/** Is this the name that is asked for? A Korean one may have a particle behind it. */
const isExact = (asked: string, name: string): boolean => {
  const known = folded(name)
  return asked === known || (isKorean(known) && asked.startsWith(known))
}

/** Is this Korean name begun? */
const isBegun = (asked: string, name: string): boolean =>
  isKorean(name) && asked.length > 1 && folded(name).startsWith(asked)

/** The index of the documents, to be kept as JSON. */
export function buildIndex(documents: readonly SearchDocument[]): object {
  const index = new MiniSearch<{ id: number; title: string; names: string; text: string }>(options)
  index.addAll(
    documents.map(({ title, names = [], text }, id) => ({ id, title, names: names.join(' '), text })),
  )
  return index.toJSON()
}

/** The word of the book that is fewest letters away, at most three and half of them. */
function nearest(engine: MiniSearch, word: string): string | undefined {
  for (let edits = 0; edits <= Math.min(3, word.length / 2); edits++) {
    const [result] = engine.search(word, { fuzzy: edits, prefix: false })
    if (result) return result.terms[0]
  }
  return undefined
}

/** @param index what `buildIndex` made of the same documents */
export function createEngine(documents: readonly SearchDocument[], index: object): Engine {
  const engine = MiniSearch.loadJS(index as AsPlainObject, options)
  const terms = documents.filter(({ kind }) => kind === 'term')

  const ask = (question: string, combineWith: 'AND' | 'OR'): SearchResult[] => {
    const asked = folded(question).trim()
    const byName = (is: typeof isExact) =>
      terms.filter(({ title, names = [] }) => [title, ...names].some((name) => is(asked, name)))
    const exact = byName(isExact)
    const meant = exact.length > 0 ? exact : byName(isBegun)
    const queries: Query[] = [question, ...meant.map(({ title }) => title)].map((one) => ({
      queries: [one],
      combineWith,
    }))
    return engine.search(
      { queries, combineWith: 'OR' },
      {
        combineWith,
        processTerm: (word) => stem(folded(word)),
        prefix,
        fuzzy,
        boost: { title: 4, names: 3 },
        weights: { fuzzy: 0.3, prefix: 0.7 },
        boostDocument: (id) => (exact.includes(documents[Number(id)]!) ? 6 : 1),
      },
    )
  }

  return {
    search(question) {
      const all = ask(question, 'AND')
      const results = all.length > 0 ? all : ask(question, 'OR')
      return {
        found: results.slice(0, most).map(({ id, terms: words }) => ({
          document: documents[Number(id)]!,
          words: new Set(words),
        })),
        total: results.length,
        some: all.length === 0 && results.length > 0,
      }
    },
    suggest(question) {
      const better = wordsOf(folded(question)).map((word) => nearest(engine, word) ?? word)
      return better.join(' ') === wordsOf(folded(question)).join(' ') ? null : better.join(' ')
    },
  }
}
