import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { records, today } from '../../../tests/site/records.ts'
import { fromFile } from './file.ts'
import { parseRecord } from './parse.ts'

const why = (text: string) => {
  const parsed = parseRecord(text, today)
  return parsed.record === null ? parsed.why : null
}

it('any text is a record or a reason', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.json()), (text) => {
      const parsed = parseRecord(text, today)
      expect(parsed.record !== null || parsed.why.length > 5).toBe(true)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

/** A copy of `value` in which the node that a walk of `steps` ends at is `other`. */
const spoil = (value: unknown, steps: readonly number[], other: unknown): unknown => {
  const [step, ...rest] = steps
  if (step === undefined || typeof value !== 'object' || value === null) return other
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  return key === undefined ? other : { ...value, [key]: spoil((value as never)[key], rest, other) }
}

it('of a record with anything anywhere, the chapters that are whole are kept as they were', () => {
  fc.assert(
    fc.property(
      records,
      fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
      fc.jsonValue(),
      (record, steps, other) => {
        const spoilt = { ...record, chapters: spoil(record.chapters, steps, other) as typeof record.chapters }
        const parsed = parseRecord(JSON.stringify(spoilt), today)
        const kept = parsed.record ?? record
        const whole = Object.entries(parsed.record ? record.chapters : {}).filter(
          ([slug, chapter]) => JSON.stringify(spoilt.chapters[slug]) === JSON.stringify(chapter),
        )
        expect(kept.chapters).toMatchObject(Object.fromEntries(whole))
        // And what was kept is a record, entirely.
        expect(parseRecord(JSON.stringify(kept), today)).toEqual({
          record: kept,
          dropped: 0,
        })
      },
    ),
    { numRuns: 1000, seed: 1 },
  )
})

it('says what it found', () => {
  expect(why('{"version":1,"chap')).toContain('cut off')
  expect(why('[]')).toContain('no record of reading')
  expect(why('{"version":1}')).toContain('no record of reading')
  expect(why('{"version":2,"chapters":{}}')).toContain('newer edition')
})

it('a name that objects inherit does no harm, and no time is to come', () => {
  const text =
    '{"version":1,"since":1,"chapters":{"__proto__":{"title":"x","seen":"f"},' +
    `"a":{"title":"A","seen":"f","place":{"at":9e15},"figures":{"__proto__":{"title":"x"}}}}}`
  const parsed = parseRecord(text, today)
  expect(parsed).toMatchObject({ dropped: 2, record: { chapters: { a: { place: { at: today } } } } })
  expect(({} as Record<string, unknown>)['title']).toBeUndefined()
})

it('a file that is too large, or cannot be opened, is none', async () => {
  const large = { size: 9 * 1024 * 1024, text: () => Promise.resolve('{}') }
  expect(await fromFile(large, today)).toMatchObject({ record: null, why: expect.stringContaining('9 MB') })
  const gone = { size: 10, text: () => Promise.reject(new Error('gone')) }
  expect(await fromFile(gone, today)).toMatchObject({ record: null, why: 'could not be opened' })
})
