/** A chapter: `/en/<slug>/`. */
import { components } from '../../mdx/components.ts'
import { chapters, type Chapter } from '../chapters.ts'
import { spelled } from '../citation.ts'
import { figures } from '../figures.tsx'
import { lectures, type Lecture } from '../lectures.ts'
import { Citation } from '../shell/Citation.tsx'
import { ContentsBar, ContentsColumn, NextChapter } from '../shell/Contents.tsx'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { References } from '../shell/References.tsx'
import type { Page } from './page.ts'

function Facts({ chapter, root }: { chapter: Chapter; root: string }) {
  const { minutes, widgets, requires, revised } = chapter
  const before = requires.flatMap(
    (slug) => chapters.find((one) => one.slug === slug && one.lang === chapter.lang) ?? [],
  )
  return (
    <div className="facts">
      <span>{minutes} min</span>
      {widgets.length > 0 && (
        <span>
          {widgets.length} live {widgets.length === 1 ? 'figure' : 'figures'}
        </span>
      )}
      {before.length > 0 && (
        <span>
          Builds on{' '}
          {before.map(({ slug, path, title }, i) => (
            <span key={slug}>
              {i > 0 && ', '}
              <a href={root + path}>{title}</a>
            </span>
          ))}
        </span>
      )}
      <span>Revised {spelled(revised)}</span>
    </div>
  )
}

/** Which figures are slides and where, for their menus (ui/figure/menu/items/present.ts). */
const presented = (lecture: Lecture | undefined, root: string) =>
  lecture && {
    'data-slides': lecture.slides.map(({ figure }) => figure).join(' '),
    'data-slides-at': root + lecture.path,
  }

export function ChapterPage({ chapter, assets }: { chapter: Chapter; assets: Assets }) {
  const { lang, order, title, summary, references, Text } = chapter
  const { root } = assets
  const slides = lectures.find((one) => one.chapter === chapter)
  const lecture = slides && { lecture: root + slides.path }
  return (
    <Document lang={lang} title={`${title} · Watch It Learn`} description={summary} assets={assets}>
      <Header root={root} {...lecture} />
      <ContentsBar chapter={chapter} root={root} {...lecture} />
      <div className="shell">
        <ContentsColumn chapter={chapter} root={root} />
        <main id="text" tabIndex={-1} {...presented(slides, root)}>
          <article className="prose">
            <header className="chapter-head">
              <p className="kicker">Chapter {order}</p>
              <h1>{title}</h1>
              <p className="lead">{summary}</p>
              <Facts chapter={chapter} root={root} />
            </header>
            <Text components={components(figures)} />
            <References references={references} />
            <Citation chapter={chapter} />
            <NextChapter chapter={chapter} root={root} />
          </article>
        </main>
      </div>
    </Document>
  )
}

export const pages = (): Page[] =>
  chapters.map((chapter) => ({
    path: chapter.path,
    render: (assets) => <ChapterPage chapter={chapter} assets={assets} />,
  }))
