/** The home page: what this is, and the chapters. */
import { tableOfContents, type Entry } from '../chapters.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { drawing } from './drawings.ts'
import type { Page } from './page.ts'

const lead =
  'Every figure here is a small neural network that trains in your browser while you read. ' +
  'Guess what it will do, press Run, and see.'

function Line({ entry }: { entry: Entry }) {
  const { slug, number, title, summary, chapter } = entry
  const figures = chapter?.widgets.length ?? 0
  return (
    <>
      <div className="drawing" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing(slug) }} />
      <div>
        <h3>
          <span className="num">{number}</span> {title}
        </h3>
        <p>{summary}</p>
        <small>
          {chapter
            ? `${chapter.minutes} min${figures > 0 ? ` · ${figures} live ${figures === 1 ? 'figure' : 'figures'}` : ''}`
            : 'Not written yet'}
        </small>
      </div>
    </>
  )
}

export function HomePage({ assets }: { assets: Assets }) {
  const { root } = assets
  return (
    <Document lang="en" title="Watch It Learn: a deep-learning textbook" description={lead} assets={assets}>
      <div className="home">
        <Header root={root} />
        <main id="text" tabIndex={-1}>
          <section className="hero">
            <h1>A textbook whose figures learn.</h1>
            <p>{lead}</p>
          </section>
          <section className="chapter-list" aria-labelledby="chapters">
            <h2 id="chapters">Chapters</h2>
            <ol>
              {tableOfContents('en').map((entry) => (
                <li key={entry.slug}>
                  {entry.chapter ? (
                    <a href={root + entry.chapter.path}>
                      <Line entry={entry} />
                    </a>
                  ) : (
                    <div>
                      <Line entry={entry} />
                    </div>
                  )}
                </li>
              ))}
            </ol>
          </section>
        </main>
        <footer>Free to read, teach from and copy.</footer>
      </div>
    </Document>
  )
}

export const pages = (): Page[] => [{ path: '', render: (assets) => <HomePage assets={assets} /> }]
