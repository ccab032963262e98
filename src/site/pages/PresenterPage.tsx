/** The notes of a lecture: `/en/<slug>/lecture/notes/`. Without JavaScript all notes, to read or to print. */
import type { NotesFacts } from '../lecture/presenter/PresenterApp.tsx'
import { lectures, type Lecture } from '../lectures.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Logo } from '../shell/Header.tsx'
import type { Page } from './page.ts'

const factsOf = ({ slug, chapter, minutes, slides }: Lecture, root: string): NotesFacts => ({
  slug,
  root,
  chapter: `${chapter.order} ${chapter.title}`,
  minutes,
  slides: slides.map(({ figure, number, title, key, ask }) => ({
    figure,
    number,
    title,
    key,
    ...(ask !== undefined && { ask }),
  })),
})

export function PresenterPage({ lecture, assets }: { lecture: Lecture; assets: Assets }) {
  const { chapter, slides } = lecture
  const facts = factsOf(lecture, assets.root)
  return (
    <Document
      lang={chapter.lang}
      title={`Notes: ${chapter.title} · Watch It Learn`}
      description={`Notes for a lecture on “${chapter.title}”: what to ask, where to stop, what the point is.`}
      assets={assets}
    >
      <div className="presenter" data-presenter={JSON.stringify(facts)}>
        <header className="presenter-head" data-part="head">
          <a className="presenter-home" href={assets.root} aria-label="Watch It Learn, the book">
            <Logo />
          </a>
          <h1>{facts.chapter}</h1>
        </header>
        <section className="presenter-left" aria-label="The slides" data-part="left">
          <noscript>
            <p>Clock, picture of the slide and keys need JavaScript. These are all notes of the lecture.</p>
          </noscript>
        </section>
        <main id="text" className="presenter-notes" tabIndex={-1}>
          <h2>Notes</h2>
          {slides.map(({ figure, number, title, key, Notes }) => (
            <section key={figure} data-notes={figure}>
              <p className="presenter-slide">
                <span>
                  Figure {number}: {title}.{' '}
                </span>
                <b>{key}</b>
              </p>
              <Notes />
            </section>
          ))}
        </main>
        <footer className="presenter-foot" data-part="foot" />
      </div>
    </Document>
  )
}

export const pages = (): Page[] =>
  lectures.map((lecture) => ({
    path: `${lecture.path}notes/`,
    render: (assets) => <PresenterPage lecture={lecture} assets={assets} />,
  }))
