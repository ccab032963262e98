/** What the book knows of its reader: `/en/reader/`. Filled by reader/yourReading.ts. */
import { tableOfContents } from '../chapters.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import type { Page } from './page.ts'

const lead =
  'What this book remembers of you is kept in this browser, on this device, and nowhere else. ' +
  'There is no account and no cookie, and nothing of it is sent anywhere.'

function Act({ name, children, pri = false }: { name: string; children: string; pri?: boolean }) {
  return (
    <button type="button" className={pri ? 'btn pri' : 'btn line'} data-act={name} data-part={name}>
      {children}
    </button>
  )
}

/** Without JavaScript nothing is remembered, and there is nothing to do here. */
function Acts() {
  return (
    <section data-part="acts" hidden aria-labelledby="keep">
      <h2 id="keep">Keep it, move it, erase it</h2>
      <p>
        A file takes your reading to another browser or another device. What it holds can be read with any
        editor.
      </p>
      <div className="reader-acts">
        <Act name="save">Save as a file</Act>
        <Act name="bring">Bring a file</Act>
        <Act name="erase">Erase everything</Act>
        <input
          type="file"
          accept=".json,application/json"
          data-part="file"
          hidden
          aria-label="A saved record"
        />
      </div>
      <div className="reader-ask" data-part="bringing" hidden role="group" aria-labelledby="found">
        <p id="found" data-part="found" />
        <Act name="add" pri>
          Add it to what is here
        </Act>
        <Act name="replace">Replace what is here</Act>
        <button type="button" className="btn" data-act="keep">
          Leave it
        </button>
      </div>
      <div className="reader-ask" data-part="erasing" hidden role="group" aria-labelledby="erasing">
        <p id="erasing">
          Erase all that this book keeps in this browser: what you read, watched, predicted and solved, your
          preferences, and how fast the figures are here?
        </p>
        <button type="button" className="btn line" data-act="keep">
          Keep it
        </button>
        <Act name="erase-all">Erase everything</Act>
      </div>
      <div className="reader-done">
        <p data-part="status" role="status" />
        <button type="button" className="btn line" data-act="undo" data-part="undo" hidden>
          Undo
        </button>
      </div>
    </section>
  )
}

function ReaderPage({ assets }: { assets: Assets }) {
  const { root } = assets
  const known = tableOfContents('en').flatMap(({ chapter, number, title, slug }) =>
    chapter ? [{ slug, title: `${number} ${title}`, href: root + chapter.path }] : [],
  )
  return (
    <Document lang="en" title="Your reading · Watch It Learn" description={lead} assets={assets}>
      <Header root={root} />
      <main id="text" tabIndex={-1} className="reader-page" data-your-reading>
        <PageHead root={root} title="Your reading" lead={lead} />
        <noscript>
          <p>Without JavaScript the book remembers nothing of you.</p>
        </noscript>
        <p className="reader-trouble" data-part="trouble" role="status" />
        <ul className="reader-asides" data-part="asides" />
        <p data-part="nothing" hidden>
          Nothing yet. It begins when you have read for a few seconds, or predict what a figure will do.
        </p>
        <div data-part="chapters" data-known={JSON.stringify(known)} />
        <p className="reader-others" data-part="others" />
        <Acts />
      </main>
    </Document>
  )
}

export const pages = (): Page[] => [
  { path: 'en/reader/', render: (assets) => <ReaderPage assets={assets} /> },
]
