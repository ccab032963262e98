/**
 * What the book knows of its reader, and how two records become one. Every entry is such that merging is free of order
 * and of repetition: tabs that write at the same time, and files that are brought twice, lose nothing. No DOM.
 * Times are milliseconds since 1970.
 */
import { readParts, writeParts } from './parts.ts'

export const version = 1

/** The first guess counts. */
export interface Guess {
  option: string
  /** The option as the reader saw it. */
  label: string
  /** null while no run has decided it. */
  right: boolean | null
  at: number
}

export interface FigureRecord {
  /** "Figure 2.4 One network, three starting sizes" */
  title: string
  /** When a run or the recording first came to its end. */
  watched?: number
  guess?: Guess
}

export interface ExerciseRecord {
  /** "Exercise 1.8 Rescue the sigmoid" */
  title: string
  /** The first run that met it: "Solved: 96% at epoch 12, median of 5 seeds." */
  solved?: { words: string; at: number }
  /** In the reader's own words; empty once they are taken back. The latest counts. */
  answer?: { text: string; at: number }
}

export interface ChapterRecord {
  title: string
  /** See parts.ts. */
  seen: string
  /** Where the reader was last; without a section at the beginning. */
  place?: { section?: { id: string; title: string }; at: number }
  /** By widget. */
  figures: Readonly<Record<string, FigureRecord>>
  /** By id on the page. */
  exercises: Readonly<Record<string, ExerciseRecord>>
}

export interface ReaderRecord {
  version: typeof version
  /** When this record was begun, its name among records: one that was erased does not come back from another tab. */
  since: number
  /** By slug. */
  chapters: Readonly<Record<string, ChapterRecord>>
}

export const empty = (since: number): ReaderRecord => ({ version, since, chapters: {} })

export const isEmpty = ({ chapters }: ReaderRecord): boolean => Object.keys(chapters).length === 0

/** The entry of that name, and never what all objects inherit. */
export const entry = <T>(entries: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined

/** By key, `merge` where both have it. */
const mergeEntries = <T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  merge: (a: T, b: T) => T,
): Record<string, T> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => {
      const [one, other] = [entry(a, key), entry(b, key)]
      return [key, one !== undefined && other !== undefined ? merge(one, other) : (one ?? other)!] as const
    }),
  )

interface Dated {
  at: number
}

/** The earlier (or later) of two; of two of the same moment always the same one, whichever comes first. */
const earlier = <T extends Dated>(a: T | undefined, b: T | undefined): T | undefined => {
  if (!a || !b) return a ?? b
  if (a.at !== b.at) return a.at < b.at ? a : b
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b
}
const later = <T extends Dated>(a: T | undefined, b: T | undefined): T | undefined => {
  if (!a || !b) return a ?? b
  if (a.at !== b.at) return a.at > b.at ? a : b
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b
}

/** The same guess may be undecided in one record and decided in the other. */
const mergeGuess = (a: Guess | undefined, b: Guess | undefined): Guess | undefined => {
  if (!a || !b) return a ?? b
  const first = earlier({ ...a, right: null }, { ...b, right: null })!
  const rights = [a, b]
    .filter(({ option, at }) => option === first.option && at === first.at)
    .flatMap(({ right }) => right ?? [])
  return { ...first, right: rights.length > 0 ? rights.every(Boolean) : null }
}

/** The fuller title; it may have been revised. */
const longer = (a: string, b: string): string =>
  a.length === b.length ? (a >= b ? a : b) : a.length > b.length ? a : b

/** Without the keys whose value is undefined. */
const present = <T extends object>(value: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

const mergeFigure = (a: FigureRecord, b: FigureRecord): FigureRecord =>
  present<FigureRecord>({
    title: longer(a.title, b.title),
    watched:
      a.watched !== undefined && b.watched !== undefined
        ? Math.min(a.watched, b.watched)
        : (a.watched ?? b.watched),
    guess: mergeGuess(a.guess, b.guess),
  })

const mergeExercise = (a: ExerciseRecord, b: ExerciseRecord): ExerciseRecord =>
  present<ExerciseRecord>({
    title: longer(a.title, b.title),
    solved: earlier(a.solved, b.solved),
    answer: later(a.answer, b.answer),
  })

const mergeChapter = (a: ChapterRecord, b: ChapterRecord): ChapterRecord =>
  present<ChapterRecord>({
    title: longer(a.title, b.title),
    seen: writeParts(readParts(a.seen) | readParts(b.seen)),
    place: later(a.place, b.place),
    figures: mergeEntries(a.figures, b.figures, mergeFigure),
    exercises: mergeEntries(a.exercises, b.exercises, mergeExercise),
  })

/** What both know. `a` says when it was begun. */
export const merge = (a: ReaderRecord, b: ReaderRecord): ReaderRecord => ({
  ...a,
  chapters: mergeEntries(a.chapters, b.chapters, mergeChapter),
})

/** What is new of one chapter. */
export type ChapterNews = Partial<Omit<ChapterRecord, 'title'>>

/** News of one chapter, as a record to be merged. */
export const about = (slug: string, title: string, news: ChapterNews): ReaderRecord['chapters'] => ({
  [slug]: { title, seen: '0', figures: {}, exercises: {}, ...news },
})
