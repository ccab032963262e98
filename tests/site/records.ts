/** Records by chance, for tests. */
import * as fc from 'fast-check'
import { writeParts } from '../../src/site/reader/parts.ts'
import type {
  ChapterRecord,
  ExerciseRecord,
  FigureRecord,
  ReaderRecord,
} from '../../src/site/reader/record.ts'

/** Every time is before this. */
export const today = 1_800_000_000_000

const name = fc.constantFrom('activations', 'one-bend', 'ex-2', 'constructor', 'a')
/** Few, so that they meet. */
const at = fc.oneof(fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: today }))
const text = fc.string({ maxLength: 40 })

const figure: fc.Arbitrary<FigureRecord> = fc.record(
  {
    title: text,
    watched: at,
    guess: fc.record({
      option: fc.constantFrom('he', 'small'),
      label: text,
      right: fc.option(fc.boolean()),
      at,
    }),
  },
  { requiredKeys: ['title'] },
)
const exercise: fc.Arbitrary<ExerciseRecord> = fc.record(
  { title: text, solved: fc.record({ words: text, at }), answer: fc.record({ text, at }) },
  { requiredKeys: ['title'] },
)
const place: fc.Arbitrary<NonNullable<ChapterRecord['place']>> = fc.record(
  { section: fc.record({ id: text, title: text }), at },
  { requiredKeys: ['at'] },
)
const chapter: fc.Arbitrary<ChapterRecord> = fc.record(
  {
    title: text,
    seen: fc.bigInt({ min: 0n, max: (1n << 100n) - 1n }).map(writeParts),
    place,
    figures: fc.dictionary(name, figure, { maxKeys: 3 }),
    exercises: fc.dictionary(name, exercise, { maxKeys: 3 }),
  },
  { requiredKeys: ['title', 'seen', 'figures', 'exercises'] },
)

export const records: fc.Arbitrary<ReaderRecord> = fc.record({
  version: fc.constant(1 as const),
  since: at,
  chapters: fc.dictionary(name, chapter, { maxKeys: 3 }),
})
