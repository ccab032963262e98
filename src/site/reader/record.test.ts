import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { records, today } from '../../../tests/site/records.ts'
import { parseRecord } from './parse.ts'
import { about, empty, merge, type ReaderRecord } from './record.ts'

const one = (news: Parameters<typeof about>[2]): ReaderRecord => ({
  ...empty(1),
  chapters: about('activations', 'Activations', news),
})

it('merging is free of order, of grouping and of repetition', () => {
  fc.assert(
    fc.property(records, records, records, (a, b, c) => {
      const chapters = (record: ReaderRecord) => record.chapters
      expect(chapters(merge(a, b))).toEqual(chapters(merge(b, a)))
      expect(chapters(merge(merge(a, b), c))).toEqual(chapters(merge(a, merge(b, c))))
      expect(merge(merge(a, b), b)).toEqual(merge(a, b))
      expect(merge(a, a)).toEqual(a)
    }),
    { seed: 1 },
  )
})

it('what is written is read as it was', () => {
  fc.assert(
    fc.property(records, (record) => {
      expect(parseRecord(JSON.stringify(record), today)).toEqual({ record, dropped: 0 })
    }),
    { seed: 1 },
  )
})

it('the first guess counts, and a run decides it', () => {
  const guess = { option: 'he', label: 'He', right: null, at: 5 }
  const first = one({ figures: { race: { title: 'Race', guess } } })
  const second = one({ figures: { race: { title: 'Race', guess: { ...guess, option: 'small', at: 9 } } } })
  const decided = one({ figures: { race: { title: 'Race', guess: { ...guess, right: true } } } })
  const both = merge(merge(second, first), decided)
  expect(both.chapters['activations']?.figures['race']?.guess).toEqual({ ...guess, right: true })
})

it('the place is the latest, the answer too; a run that solved is the first', () => {
  const early = one({
    place: { at: 1 },
    exercises: {
      'ex-1': { title: 'E', solved: { words: 'first', at: 1 }, answer: { text: 'first', at: 1 } },
    },
  })
  const late = one({
    place: { section: { id: 's', title: 'S' }, at: 2 },
    exercises: {
      'ex-1': { title: 'E', solved: { words: 'later', at: 2 }, answer: { text: 'later', at: 2 } },
    },
  })
  const chapter = merge(late, early).chapters['activations']
  expect(chapter?.place?.section?.id).toBe('s')
  expect(chapter?.exercises['ex-1']).toMatchObject({ solved: { words: 'first' }, answer: { text: 'later' } })
})
