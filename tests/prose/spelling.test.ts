/** Spelling: British, with the book's own words in tests/prose/words.txt. */
import { expect, it } from 'vitest'
import { ownWords, unknownWords, wordList } from './spelling.ts'
import { lectureSlugs, parseChapter, readChapter, readLecture, slugs } from './text/chapters.ts'
import { documentFiles, readDocument } from './text/documents.ts'
import { figureFiles, readFigure } from './text/figures.ts'
import { glossaryText, readGlossary } from './text/glossary.ts'

const texts = {
  chapters: slugs.map(readChapter),
  lectures: lectureSlugs.map(readLecture),
  figures: figureFiles.map(readFigure),
  glossary: [readGlossary()],
  docs: documentFiles.map(readDocument),
}

it.each(Object.entries(texts))('%s are spelt as a dictionary or the book’s list has it', async (_, all) => {
  expect(all.length).toBeGreaterThan(0)
  const unknown = await unknownWords(all)
  expect(
    unknown.map(({ word, place }) => `${place}: "${word}"`),
    `Mend these, or add what is right to ${wordList}.`,
  ).toEqual([])
})

it('the list of own words is sorted, has none twice, and none that nobody writes', () => {
  const sorted = [...new Set(ownWords)].toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()))
  expect(ownWords).toEqual(sorted)
  const written = Object.values(texts)
    .flat()
    .map(({ tree }) => JSON.stringify(tree).toLowerCase())
    .join('\n')
  expect(ownWords.filter((word) => !written.includes(word.toLowerCase()))).toEqual([])
})

it('a misspelt word is found with its line, and what is not prose is left alone', async () => {
  const front = `---\ntitle: T\nsummary: S.\norder: 1\nrequires: []\nminutes: 5\nrevised: 2026-11-20\n---\n\n`
  const chapter = parseChapter(
    'test',
    `${front}A good line,\nand a neuron recieves a colour <Ref to="fig:xyzzyq" />.\n\n$xyzzyq$ \`xyzzyq\` Srivastava’s`,
  )
  const glossary = glossaryText('- term: unit\n  korean: 유닛\n  definition: Its behavior is $xyzzyq$.\n')
  expect(await unknownWords([chapter, glossary])).toEqual([
    { word: 'recieves', place: 'content/en/test.mdx:11' },
    { word: 'behavior', place: 'content/en/glossary.yaml:3' },
  ])
})
