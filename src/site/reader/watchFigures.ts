/** Turns what figures tell (ui/figure/news.ts) into news of the record, and gives them back what the reader guessed. */
import type { FigureNews } from '../../ui/figure/news.ts'
import { cut } from './parse.ts'
import { entry, type ChapterNews, type ChapterRecord, type FigureRecord } from './record.ts'

const words = (element: Element | null | undefined) =>
  cut((element?.textContent ?? '').replace(/\s+/g, ' ').trim())

const figureTitle = (target: Element, widget: string) =>
  words(target.closest('figure')?.querySelector('.fig-title')) || widget

/**
 * @param target where the event began: in the figure, or at the exercise.
 * @param known what is remembered of this chapter.
 * @param at milliseconds since 1970.
 * @returns what is to be remembered; null where that is nothing.
 */
export function newsOf(
  news: FigureNews,
  target: Element,
  known: ChapterRecord | undefined,
  at: number,
): ChapterNews | null {
  const { widget } = news
  const figure = known && entry(known.figures, widget)
  const ofFigure = (what: Omit<FigureRecord, 'title'>): ChapterNews => ({
    figures: { [widget]: { title: figureTitle(target, widget), ...what } },
  })
  switch (news.type) {
    case 'ready':
      if (figure?.guess) news.recall(figure.guess.option)
      return null
    case 'prediction':
      return news.guess === null || figure?.guess
        ? null
        : ofFigure({ guess: { option: news.guess, label: cut(news.label ?? news.guess), right: null, at } })
    case 'answer':
      return figure?.guess && figure.guess.right === null && news.right !== null
        ? ofFigure({ guess: { ...figure.guess, right: news.answer === figure.guess.option } })
        : null
    case 'done':
      return figure?.watched === undefined ? ofFigure({ watched: at }) : null
    case 'solved': {
      const title = words(target.querySelector('h3'))
      return { exercises: { [news.exercise]: { title, solved: { words: cut(news.words), at } } } }
    }
    default:
      return null
  }
}
