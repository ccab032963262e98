/** One figure for a frame in another page: `/en/embed/<figure>/`. No header, and nothing of the book but the figure. */
import { embeddedFigures, embedPath, type EmbeddedFigure } from '../embed/places.tsx'
import { lookScript } from '../embed/options.ts'
import { frameName } from '../embed/snippet.ts'
import { figures } from '../figures.tsx'
import type { Assets } from '../shell/Document.tsx'
import { Head } from '../shell/Head.tsx'
import type { Page } from './page.ts'

export function EmbedPage({ figure, assets }: { figure: EmbeddedFigure; assets: Assets }) {
  const { root } = assets
  const { name, kind, id, number, title, chapter } = figure
  return (
    <html lang={chapter.lang}>
      <Head
        title={frameName(figure)}
        description={`${title}. From the chapter ${chapter.title}.`}
        assets={assets}
        before={lookScript}
        script={assets.embed}
      >
        <meta name="robots" content="noindex" />
        <link rel="canonical" data-book="" href={root + chapter.path} />
      </Head>
      <body className="embed" data-embed={name} data-title={title} data-number={number}>
        <main aria-labelledby="name">
          <h1 className="sr" id="name">
            {frameName(figure)}
          </h1>
          {kind === 'widgets' ? (
            <figures.Figure widget={name} id={id} number={number} />
          ) : (
            <figures.Explorer name={name} id={id} number={number} />
          )}
        </main>
        <footer className="embed-foot">
          <span>
            Figure {number} of <b>Watch It Learn</b>, {chapter.title}
          </span>
          <a
            href={`${root}${chapter.path}#fig-${id}`}
            target="_blank"
            rel="noopener"
            data-book-link=""
            data-widget={name}
            data-figure={id}
          >
            Open in the book
          </a>
        </footer>
      </body>
    </html>
  )
}

export const pages = (): Page[] =>
  embeddedFigures('en').map((figure) => ({
    path: embedPath(figure.chapter.lang, figure.name),
    render: (assets) => <EmbedPage figure={figure} assets={assets} />,
  }))
