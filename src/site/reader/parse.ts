/** A record from outside: storage that anybody could write to, or a file. Whatever it is, nothing throws, and what makes sense is kept. */
import { readParts, writeParts } from './parts.ts'
import {
  version,
  type ChapterRecord,
  type ExerciseRecord,
  type FigureRecord,
  type Guess,
  type ReaderRecord,
} from './record.ts'

export type Parsed =
  | {
      record: ReaderRecord
      /** Entries that made no sense and were left out. */
      dropped: number
    }
  /** Why it is no record, after "It": "holds no JSON". */
  | { record: null; why: string }

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Slugs, widgets and ids. */
const isName = (name: string) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(name)

/** Characters of a title or a sentence, and of an answer in the reader's own words. */
const longest = 400
export const longestAnswer = 4000

/** What a page says, as long as a record may hold it: longer sentences would be left out when it is read again. */
export const cut = (text: string): string => text.slice(0, longest)

/** Far more than the book has of anything. */
const most = 500

class Reading {
  dropped = 0
  readonly now: number
  constructor(now: number) {
    this.now = now
  }

  /** `value` if it is undefined or makes sense to `read`; counted when it does not. */
  maybe<T>(value: unknown, read: (value: unknown) => T | undefined): T | undefined {
    if (value === undefined) return undefined
    const known = read(value)
    if (known === undefined) this.dropped++
    return known
  }

  text = (value: unknown, length = longest): string | undefined =>
    typeof value === 'string' && value.length <= length ? value : undefined

  /** A time to come would win over everything that the reader does until then; it counts as now. */
  time = (value: unknown): number | undefined =>
    typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.min(value, this.now) : undefined

  entries<T>(value: unknown, read: (value: Json) => T | undefined): Record<string, T> {
    if (!isObject(value)) {
      if (value !== undefined) this.dropped++
      return {}
    }
    const pairs = Object.entries(value).flatMap(([name, one], i) => {
      const known = i < most && isName(name) && isObject(one) ? read(one) : undefined
      if (known === undefined) this.dropped++
      return known === undefined ? [] : [[name, known] as const]
    })
    return Object.fromEntries(pairs)
  }

  guess = (value: unknown): Guess | undefined => {
    if (!isObject(value)) return undefined
    const [option, label, at] = [
      this.text(value['option']),
      this.text(value['label']),
      this.time(value['at']),
    ]
    const { right = null } = value
    if (option === undefined || label === undefined || at === undefined) return undefined
    return right === null || typeof right === 'boolean' ? { option, label, right, at } : undefined
  }

  figure = (value: Json): FigureRecord | undefined => {
    const title = this.text(value['title'])
    const watched = this.maybe(value['watched'], this.time)
    const guess = this.maybe(value['guess'], this.guess)
    if (title === undefined) return undefined
    return { title, ...(watched !== undefined && { watched }), ...(guess && { guess }) }
  }

  /** A sentence or an answer, with its time. */
  dated = (value: unknown, name: 'words' | 'text', length: number) => {
    if (!isObject(value)) return undefined
    const [text, at] = [this.text(value[name], length), this.time(value['at'])]
    return text === undefined || at === undefined ? undefined : { text, at }
  }

  exercise = (value: Json): ExerciseRecord | undefined => {
    const title = this.text(value['title'])
    const solved = this.maybe(value['solved'], (one) => this.dated(one, 'words', longest))
    const answer = this.maybe(value['answer'], (one) => this.dated(one, 'text', longestAnswer))
    if (title === undefined) return undefined
    return {
      title,
      ...(solved && { solved: { words: solved.text, at: solved.at } }),
      ...(answer && { answer }),
    }
  }

  place = (value: unknown): ChapterRecord['place'] => {
    if (!isObject(value)) return undefined
    const at = this.time(value['at'])
    const section = this.maybe(value['section'], (one) => {
      if (!isObject(one)) return undefined
      const [id, title] = [this.text(one['id']), this.text(one['title'])]
      return id === undefined || title === undefined ? undefined : { id, title }
    })
    return at === undefined ? undefined : { ...(section && { section }), at }
  }

  chapter = (value: Json): ChapterRecord | undefined => {
    const title = this.text(value['title'])
    if (title === undefined) return undefined
    const seen = this.maybe(value['seen'], (one) => this.text(one))
    const place = this.maybe(value['place'], this.place)
    return {
      title,
      seen: writeParts(readParts(seen ?? '0')),
      ...(place && { place }),
      figures: this.entries(value['figures'], this.figure),
      exercises: this.entries(value['exercises'], this.exercise),
    }
  }
}

/** What `text` is as JSON; undefined if it is none. */
const json = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** @param now no entry is from later. */
export const parseRecord = (text: string, now: number): Parsed => {
  const value = json(text)
  if (value === undefined) return { record: null, why: 'is not JSON, or was cut off' }
  if (!isObject(value)) return { record: null, why: 'is JSON, but no record of reading' }
  const { version: found, chapters } = value
  if (typeof found === 'number' && found > version)
    return {
      record: null,
      why: `was written by a newer edition of this book (its version is ${found}, not ${version})`,
    }
  if (found !== version || !isObject(chapters))
    return { record: null, why: 'is JSON, but no record of reading' }
  const reading = new Reading(now)
  const since = reading.time(value['since']) ?? now
  return {
    record: { version, since, chapters: reading.entries(chapters, reading.chapter) },
    dropped: reading.dropped,
  }
}
