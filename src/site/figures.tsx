/**
 * Live figures in the text. Each is rendered at build time into an island, a root of its own that the page's
 * bootstrap brings to life when it comes near. The folders in widgets/ and explorers/ are the registry.
 */
import { createElement, useContext, type ComponentType } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { RecordedContext } from '../ui/figure/Recorded.tsx'
import { plotsFileOf } from './recorded/files.ts'
import { RecordedFilm } from './recorded/RecordedFilm.tsx'
import { RecordedPlots } from './recorded/RecordedPlots.tsx'
import { recordingOf } from './recorded/recordings.ts'
import { RootContext } from './root.ts'

export interface FigureProps {
  id: string
  /** "1.2"; none for a figure that stands outside the chapters. */
  number?: string
  /** Where the book says more about it. */
  more?: string
}

type Modules = Record<string, { default: ComponentType<Partial<FigureProps>> }>

const modules: Modules = import.meta.glob<Modules[string]>(
  ['../widgets/*/index.tsx', '../explorers/*/index.tsx'],
  {
    eager: true,
  },
)

/** @param name "widgets/one-bend" or "explorers/whitening" */
export const contentOf = (name: string): ComponentType<Partial<FigureProps>> => {
  const Content = modules[`../${name}/index.tsx`]?.default
  if (!Content) throw new Error(`src/${name} has no index.tsx with a default export, which shows the figure.`)
  return Content
}

/** HTML; empty for a figure without a recording. */
function recordedOf(widget: string, root: string): string {
  const file = plotsFileOf(widget)
  if (file) return renderToStaticMarkup(<RecordedPlots file={file} root={root} />)
  const film = recordingOf(widget)
  return film ? renderToStaticMarkup(<RecordedFilm {...film} />) : ''
}

function Island({ name, ...props }: FigureProps & { name: string }) {
  // Ids made by React must be the same in the browser, so a root of its own with the same prefix (page/mount.tsx).
  const { id } = props
  const recorded = recordedOf(name.replace(/^widgets\//, ''), useContext(RootContext))
  const markup = renderToString(
    <RecordedContext value={recorded}>{createElement(contentOf(name), props)}</RecordedContext>,
    { identifierPrefix: `${id}-` },
  )
  return (
    <div className="island" id={`fig-${id}`}>
      <div
        data-island={name}
        data-props={JSON.stringify(props)}
        dangerouslySetInnerHTML={{ __html: markup }}
      />
      <noscript>
        <p className="needs-script">
          {recorded !== ''
            ? 'This figure computes in your browser, which needs JavaScript. Its curves above are a recording.'
            : 'This figure computes in your browser, which needs JavaScript. The text goes on without it.'}
        </p>
      </noscript>
    </div>
  )
}

export const figures = {
  Figure: ({ widget, ...props }: FigureProps & { widget: string }) => (
    <Island name={`widgets/${widget}`} {...props} />
  ),
  Explorer: ({ name, ...props }: FigureProps & { name: string }) => (
    <Island name={`explorers/${name}`} {...props} />
  ),
}
