/** What the record says, in words. No DOM. */
import { percentOf, readFrom, readParts } from './parts.ts'
import { entry, type ChapterRecord, type ExerciseRecord, type ReaderRecord } from './record.ts'

/** "1 figure", "4 figures", "2 entries". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** The reader's own day: "14 November 2026". @param at milliseconds since 1970. */
export const dayOf = (at: number): string => day.format(at)

/** "Solved: 96% at epoch 12. That was on 14 November 2026." */
export const solvedWords = ({ words, at }: NonNullable<ExerciseRecord['solved']>): string =>
  `${words} That was on ${dayOf(at)}.`

export const percentRead = (chapter: ChapterRecord | undefined): number =>
  chapter ? percentOf(readParts(chapter.seen)) : 0

export const isRead = (chapter: ChapterRecord | undefined): boolean => percentRead(chapter) >= readFrom

/** "read", "46%", or nothing. */
export const shareWords = (chapter: ChapterRecord | undefined): string => {
  const percent = percentRead(chapter)
  return percent >= readFrom ? 'read' : percent > 0 ? `${percent}%` : ''
}

/** "4 of 9 figures watched.", "3 of 4 predictions right so far.", "1 exercise solved."; nothing for what was not done. */
export const tally = (chapter: ChapterRecord | undefined, figures: number): string[] => {
  if (!chapter) return []
  const all = Object.values(chapter.figures)
  // A figure that has gone from a revised chapter is still the reader's.
  const watched = all.filter((figure) => figure.watched !== undefined).length
  const guesses = all.flatMap(({ guess }) => guess ?? [])
  const decided = guesses.filter(({ right }) => right !== null)
  const right = decided.filter((guess) => guess.right).length
  const solved = Object.values(chapter.exercises).filter((exercise) => exercise.solved).length
  return [
    ...(watched > 0 ? [`${watched} of ${count(Math.max(figures, watched), 'figure')} watched.`] : []),
    ...(decided.length > 0
      ? [`${right} of ${count(decided.length, 'prediction')} right so far.`]
      : guesses.length > 0
        ? [`${count(guesses.length, 'prediction')} made.`]
        : []),
    ...(solved > 0 ? [`${count(solved, 'exercise')} solved.`] : []),
  ]
}

/**
 * Where to go on: in the chapter that the reader was in last or, where that one is read, with the next that is not.
 * `slugs` are the chapters in order; null where nothing was read, or everything.
 */
export const goOn = (
  record: ReaderRecord,
  slugs: readonly string[],
): { slug: string; section?: { id: string; title: string } } | null => {
  const at = (slug: string) => entry(record.chapters, slug)?.place?.at ?? 0
  const last = slugs.toSorted((a, b) => at(b) - at(a))[0]
  if (last === undefined || at(last) === 0) return null
  const place = entry(record.chapters, last)?.place
  if (!isRead(entry(record.chapters, last)))
    return { slug: last, ...(place?.section && { section: place.section }) }
  const here = slugs.indexOf(last)
  const next = [...slugs.slice(here + 1), ...slugs.slice(0, here)].find(
    (slug) => !isRead(entry(record.chapters, slug)),
  )
  return next === undefined ? null : { slug: next }
}
