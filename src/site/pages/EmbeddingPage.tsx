/** How to show a figure in a page of one's own: `/en/embed/`. Snippets to copy; with JavaScript, options and a preview. */
import { controls, themes, type Options } from '../embed/options.ts'
import { embeddedFigures, embedPath } from '../embed/places.tsx'
import { heightScript, snippetOf, usualHeight } from '../embed/snippet.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import type { Page } from './page.ts'

const lead = 'Any figure of this book can stand in a page of yours: in a course, a blog, a slide.'

/** Stands for the address of the book, which only a browser knows. */
const somewhere = 'https://ADDRESS-OF-THIS-BOOK/'
const standard: Options = { theme: 'system', controls: 'full', predict: true }

const themeWords = { system: 'As the reader’s system', light: 'Light', dark: 'Dark' } as const
const controlWords = { full: 'All', run: 'Run, Step and Reset', none: 'None' } as const

function Choice<T extends string>({
  name,
  title,
  words,
  options,
}: {
  name: string
  title: string
  words: Readonly<Record<T, string>>
  options: readonly T[]
}) {
  return (
    <label>
      {title}
      <select name={name}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  )
}

const Snippet = ({ text, of }: { text: string; of: string }) => (
  <div className="snippet">
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on narrow screens, by keyboard too */}
    <pre tabIndex={0} aria-label={of} role="group">
      <code>{text}</code>
    </pre>
  </div>
)

export function EmbeddingPage({ lang, assets }: { lang: string; assets: Assets }) {
  const { root } = assets
  const figures = embeddedFigures(lang)
  return (
    <Document lang={lang} title="Figures in your page · Watch It Learn" description={lead} assets={assets}>
      <Header root={root} />
      <main id="text" tabIndex={-1} className="embedding" data-embedding="">
        <PageHead root={root} title="Figures in your page" lead={lead} />
        <p>
          Copy the lines of a figure into the HTML of your page. The figure trains in your reader’s browser;
          it sends nothing anywhere, sets no cookie, and cannot see what the reader has done in the book.
        </p>
        <noscript>
          <p>
            Put the address of this book in place of <code>{somewhere}</code> in what you copy.
          </p>
        </noscript>
        <section className="embedding-try" aria-labelledby="try" hidden>
          <h2 id="try">Choose and look</h2>
          <form>
            <label>
              Figure
              <select name="figure">
                {figures.map(({ name, number, title }) => (
                  <option key={name} value={name}>
                    {number} {title}
                  </option>
                ))}
              </select>
            </label>
            <Choice name="theme" title="Theme" words={themeWords} options={themes} />
            <Choice name="controls" title="Controls" words={controlWords} options={controls} />
            <label>
              Height
              <select name="height">
                <option value="follow">Follows the figure</option>
                <option value="fixed">Fixed, as it is here</option>
              </select>
            </label>
            <label className="embedding-check">
              <input type="checkbox" name="predict" defaultChecked /> Ask the figure’s question before Run
            </label>
          </form>
          <Snippet text="" of="The lines to copy" />
          <p className="embedding-acts">
            <button type="button" className="btn line" data-copy="">
              Copy
            </button>
            <span role="status" />
          </p>
          <div className="embedding-preview" />
        </section>
        <section aria-labelledby="script">
          <h2 id="script">As high as the figure</h2>
          <p>
            A frame does not know how high its content is. This script, once in your page, gives each frame
            the height that its figure tells. Without it, frames keep the height that their lines name, and
            scroll.
          </p>
          <div data-height-script="">
            <Snippet text={heightScript(new URL(somewhere.toLowerCase()).origin)} of="The script" />
          </div>
          <p>
            Figures also tell your page when they are ready, run and are done, and what was predicted, and
            they take commands. The messages are described in <code>docs/embedding.md</code> of the book’s
            source.
          </p>
        </section>
        <section aria-labelledby="all">
          <h2 id="all">All figures</h2>
          {figures.map((figure) => (
            <div
              key={figure.name}
              className="embedding-figure"
              data-name={figure.name}
              data-number={figure.number}
              data-title={figure.title}
            >
              <h3>
                <span className="num">{figure.number}</span> {figure.title}
              </h3>
              <p>
                <a href={`${root}${figure.chapter.path}#fig-${figure.id}`}>In the book</a>
                {' · '}
                <a href={root + embedPath(lang, figure.name)}>Alone</a>
              </p>
              <Snippet
                text={snippetOf(
                  { ...figure, folder: `${somewhere}${lang}/embed/`, height: usualHeight },
                  standard,
                )}
                of={`Figure ${figure.number}`}
              />
            </div>
          ))}
        </section>
      </main>
    </Document>
  )
}

export const pages = (): Page[] => [
  { path: 'en/embed/', render: (assets) => <EmbeddingPage lang="en" assets={assets} /> },
]
