/** Exercises come back as the reader left them: solved ones say how, and answers in the reader's own words stand where they were written. */
import { cut, longestAnswer } from './parse.ts'
import { entry, type ChapterRecord } from './record.ts'
import { dayOf, solvedWords } from './words.ts'

export const showExercises = (chapter: ChapterRecord | undefined): void => {
  if (!chapter) return
  for (const exercise of document.querySelectorAll<HTMLElement>('.exercise[data-check-figure]')) {
    const solved = entry(chapter.exercises, exercise.id)?.solved
    const line = exercise.querySelector('.exercise-status')
    if (!solved || !line || exercise.dataset['solved'] !== undefined) continue
    exercise.dataset['solved'] = ''
    // It is no news: nothing to interrupt a listener with.
    line.removeAttribute('role')
    line.textContent = solvedWords(solved)
  }
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('.exercise textarea')) {
    const answer = entry(chapter.exercises, field.closest('.exercise')!.id)?.answer
    if (!answer || document.activeElement === field) continue
    if (field.value !== answer.text) field.value = answer.text
    // It stays closed: opening it would move what the reader is looking at.
    const summary = field.closest('details')?.querySelector('summary')
    const words = answer.text ? `Your answer, of ${dayOf(answer.at)}` : 'Your answer'
    if (summary && summary.textContent !== words) summary.textContent = words
  }
}

/**
 * @param chapter what is remembered of it now.
 * @param write told of an exercise, its title and the answer as it stands: soon after each change, and when the page is left.
 */
export function watchAnswers(
  chapter: ChapterRecord | undefined,
  write: (id: string, title: string, text: string) => void,
): void {
  const waiting = new Map<HTMLTextAreaElement, ReturnType<typeof setTimeout>>()
  const save = (field: HTMLTextAreaElement) => {
    clearTimeout(waiting.get(field))
    waiting.delete(field)
    const exercise = field.closest('.exercise')!
    const title = cut(exercise.querySelector('h3')?.textContent?.trim() ?? exercise.id)
    write(exercise.id, title, field.value.slice(0, longestAnswer))
  }
  const saveAll = () => {
    for (const field of waiting.keys()) save(field)
  }
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('.exercise textarea')) {
    field.maxLength = longestAnswer
    field.addEventListener('input', () => {
      clearTimeout(waiting.get(field))
      waiting.set(
        field,
        setTimeout(() => save(field), 500),
      )
    })
    // It may have been written before this code arrived. Where an answer is remembered, it is rather what the browser
    // put back when the page was loaded again, and may be older than what another tab has written since.
    if (field.value && !(chapter && entry(chapter.exercises, field.closest('.exercise')!.id)?.answer))
      save(field)
  }
  addEventListener('pagehide', saveAll)
  document.addEventListener('focusout', saveAll)
}
