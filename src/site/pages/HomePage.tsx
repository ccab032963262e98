/** The home page: what this is, a figure that learns, and the chapters. */
import { formatClock, list } from '../../ui/format.ts'
import { tableOfContents, type Entry } from '../chapters.ts'
import { figures } from '../figures.tsx'
import { recordedWaits } from '../recorded/waits.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { HomeFooter, Lectures } from './home/parts.tsx'
import { drawing } from './drawings.ts'
import type { Page } from './page.ts'

const lead =
  'Every figure here is a small neural network that trains in your browser while you read. ' +
  'Guess what it will do, press Run, and see.'

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

function Facts({ entry: { slug, chapter } }: { entry: Entry }) {
  if (!chapter) return <small>Not written yet</small>
  const figureCount = chapter.widgets.length
  return (
    <small>
      {chapter.minutes} min
      {figureCount > 0 && ` · ${figureCount} live ${figureCount === 1 ? 'figure' : 'figures'}`}
      {/* What of it was read on this device is put here. */}
      <span data-progress={slug} />
    </small>
  )
}

function Line({ entry }: { entry: Entry }) {
  const { slug, number, title, summary } = entry
  return (
    <>
      <div className="drawing" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing(slug) }} />
      <div>
        <h3>
          <span className="num">{number}</span> {title}
        </h3>
        <p>{summary}</p>
        <Facts entry={entry} />
      </div>
    </>
  )
}

/** One network is shown; this says what others did. */
function OtherStarts() {
  const [, ...others] = recordedWaits()
  const waits = others.map((epoch) => formatClock(epoch, 80))
  return (
    <p className="hero-note">
      One network is shown, from one random start. {numbers[others.length]} others, recorded with the same
      settings, looked stuck for {list(waits)} epochs. All learned.
    </p>
  )
}

export function HomePage({ assets }: { assets: Assets }) {
  const { root } = assets
  const contents = tableOfContents('en')
  return (
    <Document lang="en" title="Watch It Learn: a deep-learning textbook" description={lead} assets={assets}>
      <div className="home">
        <Header root={root} />
        <main id="text" tabIndex={-1}>
          <section className="hero">
            <h1>A textbook whose figures learn.</h1>
            <p>{lead}</p>
            {/* Where the reader left off, on this device. */}
            <p className="hero-continue" data-continue />
          </section>
          <section className="hero-figure" aria-label="A figure that learns">
            <figures.Figure
              id="hero"
              widget="looks-stuck"
              more={`${root}en/initialization/#waiting-to-start`}
            />
            <OtherStarts />
          </section>
          <section className="chapter-list" aria-labelledby="chapters">
            <h2 id="chapters">{numbers[contents.length] ?? contents.length} chapters</h2>
            <ol>
              {contents.map((entry) => (
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
              <li className="teach">
                <h3>Teaching with it?</h3>
                <p>
                  Lecture mode puts one figure on the screen, in type you can read from the back row, and your
                  notes in a second window. Open the lecture on:
                </p>
                <Lectures root={root} />
              </li>
            </ol>
          </section>
        </main>
        <HomeFooter root={root} />
      </div>
    </Document>
  )
}

export const pages = (): Page[] => [{ path: '', render: (assets) => <HomePage assets={assets} /> }]
