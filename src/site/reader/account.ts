/** One chapter of "Your reading", as lists of sentences. Text from the record goes in as text only. */
import { make } from '../page/elements.ts'
import type { ChapterRecord, ExerciseRecord, FigureRecord } from './record.ts'
import { dayOf, isRead, percentRead, solvedWords } from './words.ts'

/** @param href the chapter's address; empty where this edition has no such chapter. */
const reading = (chapter: ChapterRecord, href: string): HTMLElement => {
  const percent = percentRead(chapter)
  const share = isRead(chapter) ? 'You have read it.' : percent > 0 ? `${percent}% read.` : ''
  const { place } = chapter
  if (!place) return make('p', share || 'Not read yet.')
  const title = place.section?.title ?? 'the beginning'
  const where: Node | string = href ? make('a', title) : title
  if (where instanceof HTMLAnchorElement)
    where.href = href + (place.section ? `#${encodeURIComponent(place.section.id)}` : '')
  return make('p', `${share} You were last at `.trimStart(), where, `, on ${dayOf(place.at)}.`)
}

const guessed = ({ title, guess }: FigureRecord): HTMLElement[] => {
  if (!guess) return []
  const mark = make('span', guess.label)
  mark.className = 'you'
  const verdict =
    guess.right === null
      ? 'No run has decided it yet.'
      : guess.right
        ? 'You were right.'
        : 'It came out otherwise.'
  return [make('li', `${title}. You predicted `, mark, `. ${verdict}`)]
}

const exercise = ({ title, solved, answer }: ExerciseRecord): HTMLElement[] => {
  if (!solved && !answer?.text) return []
  const item = make('li', `${title}.${solved ? ` ${solvedWords(solved)}` : ''}`)
  if (answer?.text) item.append(make('blockquote', answer.text))
  return [item]
}

const list = (title: string, items: readonly HTMLElement[]): HTMLElement[] =>
  items.length === 0 ? [] : [make('h3', title), make('ul', ...items)]

export const account = (chapter: ChapterRecord, href: string): HTMLElement[] => {
  const figures = Object.values(chapter.figures)
  return [
    reading(chapter, href),
    ...list(
      'Figures watched to the end',
      figures.flatMap(({ title, watched }) =>
        watched === undefined ? [] : [make('li', `${title}, on ${dayOf(watched)}`)],
      ),
    ),
    ...list('Predictions', figures.flatMap(guessed)),
    ...list('Exercises', Object.values(chapter.exercises).flatMap(exercise)),
  ]
}
