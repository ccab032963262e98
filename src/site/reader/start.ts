/** The reader's record on a page of the book: shown where there is a place for it, and kept up as the reader goes on. */
import type { FigureNews } from '../../ui/figure/news.ts'
import { sayAside } from './aside.ts'
import { browserStore as store, onChangeElsewhere } from './browserStore.ts'
import { cut } from './parse.ts'
import { writeParts } from './parts.ts'
import { about, entry, type ChapterNews, type ChapterRecord } from './record.ts'
import { show } from './show.ts'
import { showExercises, watchAnswers } from './watchExercises.ts'
import { newsOf } from './watchFigures.ts'
import { firstScreen, watchReading } from './watchReading.ts'

/** Takes the news of a figure; `target` is where it was told. */
export type Hear = (news: FigureNews, target: Element) => void

/** The chapter that this page is, by its contents; none on the home page. */
const chapterOf = () => {
  const slug = document.querySelector<HTMLElement>('[data-chapter]')?.dataset['chapter']
  const title = document.querySelector('h1')?.textContent ?? ''
  return slug === undefined ? null : { slug, title: cut(title) }
}

/** The section that page/progress.ts has marked. */
const placeNow = (): NonNullable<ChapterRecord['place']> => {
  const link = document.querySelector<HTMLAnchorElement>('[data-sections] .now a')
  if (!link) return { at: Date.now() }
  const section = { id: decodeURIComponent(link.hash.slice(1)), title: cut(link.textContent ?? '') }
  return { section, at: Date.now() }
}

/** @param lingered the reader stayed at the beginning for a while before this code was loaded. */
export function start(lingered: boolean): Hear {
  const chapter = chapterOf()
  let said = 0

  const refresh = (): ChapterRecord | undefined => {
    const record = store.read()
    show(record)
    const known = chapter ? entry(record.chapters, chapter.slug) : undefined
    showExercises(known)
    store.aside().slice(said).forEach(sayAside)
    said = store.aside().length
    const trouble = store.trouble() ?? ''
    for (const line of document.querySelectorAll('[data-reader-trouble]'))
      if (line.textContent !== trouble) line.textContent = trouble
    return known
  }
  const add = (news: ChapterNews) => {
    if (!chapter) return
    store.add(about(chapter.slug, chapter.title, news))
    refresh()
  }

  const article = document.querySelector('article.prose')
  if (chapter && article) {
    if (lingered) add({ seen: writeParts(firstScreen(article)), place: placeNow() })
    watchReading(article, (parts) => add({ seen: writeParts(parts), place: placeNow() }))
    watchAnswers(entry(store.read().chapters, chapter.slug), (id, title, text) =>
      add({ exercises: { [id]: { title, answer: { text, at: Date.now() } } } }),
    )
  }
  onChangeElsewhere(refresh)
  refresh()
  return (news, target) => {
    if (!chapter) return
    const known = entry(store.read().chapters, chapter.slug)
    const toKeep = newsOf(news, target, known, Date.now())
    if (toKeep) add(toKeep)
  }
}
