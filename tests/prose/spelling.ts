/**
 * Words that neither a British dictionary nor the book's own list (tests/prose/words.txt) has. Names of authors are those of
 * the bibliography. The dictionary comes with the library: nothing is asked of a network.
 */
import { readFileSync } from 'node:fs'
import { parse } from '@retorquere/bibtex-parser'
import { getDefaultSettings, spellCheckDocument, type CSpellUserSettings } from 'cspell-lib'
import type { Chapter } from './text/chapters.ts'
import { passages, standIn, type Passage } from './text/passages.ts'

/** From the root of the book: its own words, one on each line, sorted. */
export const wordList = 'tests/prose/words.txt'
export const ownWords: readonly string[] = readFileSync(wordList, 'utf8').trimEnd().split('\n')

const authors = parse(readFileSync('content/references.bib', 'utf8')).entries.flatMap(
  ({ fields: { author = [], editor = [] } }) =>
    [...author, ...editor].flatMap(({ lastName, name }) => lastName ?? name ?? []),
)

const settings: CSpellUserSettings = {
  ...(await getDefaultSettings(false)),
  language: 'en-GB',
  dictionaries: ['en-gb'],
  words: [...ownWords, ...authors.flatMap((name) => name.normalize('NFC').split(/[\s-]+/))],
}

/** On one line; what an element prints is no word of the text's. */
const read = ({ text }: Passage): string =>
  Object.values(standIn).reduce((rest, name) => rest.replaceAll(name, '·'.repeat(name.length)), text)

interface Unknown {
  word: string
  /** "content/en/pooling.mdx:12" */
  place: string
}

const check = async (text: string) => {
  const options = { noConfigSearch: true, generateSuggestions: false }
  const document = { uri: 'book.txt', text, languageId: 'plaintext' }
  const { issues, errors = [] } = await spellCheckDocument(document, options, settings)
  if (errors.length > 0) throw new AggregateError(errors, 'The dictionary could not be read.')
  return issues
}

/** All unknown words of these texts, each where it stands. */
export async function unknownWords(texts: readonly Chapter[]): Promise<Unknown[]> {
  const lines = texts.flatMap(({ path, tree }) =>
    passages(tree).map((passage) => ({ path, passage, text: read(passage) })),
  )
  const starts: number[] = []
  let length = 0
  for (const { text } of lines) {
    starts.push(length)
    length += text.length + 1
  }
  const issues = await check(lines.map(({ text }) => text).join('\n'))
  return issues.map(({ text: word, offset }) => {
    const row = starts.findLastIndex((start) => start <= offset)
    const { path, passage } = lines[row]!
    return { word, place: `${path}:${passage.lineAt(offset - starts[row]!)}` }
  })
}
