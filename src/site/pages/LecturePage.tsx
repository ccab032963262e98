/** A chapter's lecture: `/en/<slug>/lecture/`. Without JavaScript it is the deck to read: key lines and notes. */
import { deckOf } from '../lecture/deck.ts'
import { lectures, type Lecture } from '../lectures.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import type { Page } from './page.ts'

export function LecturePage({ lecture, assets }: { lecture: Lecture; assets: Assets }) {
  const { chapter, slides, minutes } = lecture
  const { root } = assets
  const home = root + chapter.path
  return (
    <Document
      lang={chapter.lang}
      title={`Lecture: ${chapter.title} · Watch It Learn`}
      description={`The figures of “${chapter.title}” as slides for a lecture of ${minutes} minutes.`}
      assets={assets}
    >
      <main id="text" tabIndex={-1} data-lecture={JSON.stringify(deckOf(lecture))} data-root={root}>
        <div className="deck-list">
          <p>
            <a href={home}>
              {chapter.order} {chapter.title}
            </a>
          </p>
          <h1>Lecture: {chapter.title}</h1>
          <p>
            {slides.length} figures, {minutes} minutes.
          </p>
          <noscript>
            <p>The slides compute in your browser, which needs JavaScript. This is what they say.</p>
          </noscript>
          <ol>
            {slides.map(({ figure, number, title, key, Notes }) => (
              <li key={figure}>
                <h2>{key}</h2>
                <p>
                  <a href={`${home}#fig-${figure}`}>
                    Figure {number}: {title}
                  </a>
                </p>
                <div className="deck-notes">
                  <Notes />
                </div>
              </li>
            ))}
          </ol>
        </div>
      </main>
    </Document>
  )
}

export const pages = (): Page[] =>
  lectures.map((lecture) => ({
    path: lecture.path,
    render: (assets) => <LecturePage lecture={lecture} assets={assets} />,
  }))
