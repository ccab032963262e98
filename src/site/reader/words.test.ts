import { expect, it } from 'vitest'
import { partsBetween, writeParts } from './parts.ts'
import { about, empty, type ChapterRecord, type ReaderRecord } from './record.ts'
import { goOn, shareWords, tally } from './words.ts'

const seen = (share: number) => writeParts(partsBetween(0, share))
const chapter = (news: Partial<ChapterRecord>): ChapterRecord => about('a', 'A', news)['a']!
const record = (chapters: ReaderRecord['chapters']): ReaderRecord => ({ ...empty(1), chapters })

it('says how much was read', () => {
  expect(shareWords(undefined)).toBe('')
  expect(shareWords(chapter({}))).toBe('')
  expect(shareWords(chapter({ seen: seen(0.46) }))).toBe('46%')
  expect(shareWords(chapter({ seen: seen(0.95) }))).toBe('read')
})

it('counts figures, predictions and exercises, and is silent on what was not done', () => {
  const guess = { option: 'he', label: 'He', at: 1 }
  expect(tally(undefined, 9)).toEqual([])
  expect(
    tally(
      chapter({
        figures: {
          a: { title: 'A', watched: 1, guess: { ...guess, right: true } },
          b: { title: 'B', guess: { ...guess, right: false } },
          c: { title: 'C', guess: { ...guess, right: null } },
        },
        exercises: { x: { title: 'X', solved: { words: 'Solved.', at: 1 } }, y: { title: 'Y' } },
      }),
      9,
    ),
  ).toEqual(['1 of 9 figures watched.', '1 of 2 predictions right so far.', '1 exercise solved.'])
  expect(tally(chapter({ figures: { c: { title: 'C', guess: { ...guess, right: null } } } }), 9)).toEqual([
    '1 prediction made.',
  ])
})

it('goes on in the chapter of the latest place, or with the next that is not read', () => {
  const section = { id: 's', title: 'S' }
  const slugs = ['a', 'b', 'c']
  expect(goOn(record({}), slugs)).toBeNull()
  expect(goOn(record(about('b', 'B', { place: { section, at: 2 } })), slugs)).toEqual({ slug: 'b', section })
  const readB = about('b', 'B', { place: { section, at: 2 }, seen: seen(1) })
  expect(goOn(record(readB), slugs)).toEqual({ slug: 'c' })
  const all = { ...readB, ...about('a', 'A', { seen: seen(1) }), ...about('c', 'C', { seen: seen(1) }) }
  expect(goOn(record(all), slugs)).toBeNull()
  // A chapter that this edition has not is nowhere to go to.
  expect(goOn(record(about('z', 'Z', { place: { at: 9 } })), slugs)).toBeNull()
})
