/** What figures tell is kept as long as a record may hold it. */
import { expect, it } from 'vitest'
import { parseRecord } from './parse.ts'
import { about, empty } from './record.ts'
import { newsOf } from './watchFigures.ts'

const now = 1_800_000_000_000
const long = 'A very long sentence. '.repeat(40)
/** Where a figure with a long title, or an exercise, tells its news. */
const target = {
  closest: () => target,
  querySelector: () => ({ textContent: long }),
} as unknown as Element

it.each([
  { type: 'prediction', guess: 'he', label: long },
  { type: 'done', recorded: false },
  { type: 'solved', exercise: 'ex-a', words: long },
] as const)('a long text of "$type" is cut, and comes back', (news) => {
  const told = newsOf({ widget: 'one-bend', ...news }, target, undefined, now)
  const record = { ...empty(now), chapters: about('a', 'A', told!) }
  expect(parseRecord(JSON.stringify(record), now)).toEqual({ record, dropped: 0 })
})
