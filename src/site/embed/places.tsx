/** Every figure that a chapter shows, live or an explorer, in the order of the book: each has an embed page. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { components } from '../../mdx/components.ts'
import { chapters, type Chapter } from '../chapters.ts'
import { partsIn } from '../figureParts.ts'
import { contentOf } from '../figures.tsx'

export interface EmbeddedFigure {
  /** Its folder in widgets/ or explorers/, and its name in the address: "one-bend". */
  name: string
  kind: 'widgets' | 'explorers'
  /** Its name on the chapter's page, whose anchor is `fig-<id>`. */
  id: string
  /** "1.2" */
  number: string
  title: string
  chapter: Chapter
}

interface Shown {
  id: string
  number: string
  widget?: string
  name?: string
}

/** Reads the figures from the chapter's text itself. */
function figuresIn(chapter: Chapter): EmbeddedFigure[] {
  const found: EmbeddedFigure[] = []
  const collect =
    (kind: EmbeddedFigure['kind']) =>
    ({ id, number, widget, name = widget ?? '' }: Shown) => {
      const { title } = partsIn(renderToStaticMarkup(createElement(contentOf(`${kind}/${name}`), {})))
      found.push({ name, kind, id, number, title, chapter })
      return null
    }
  const figures = { Figure: collect('widgets'), Explorer: collect('explorers') }
  renderToStaticMarkup(<chapter.Text components={components(figures)} />)
  return found
}

const known = new WeakMap<Chapter, EmbeddedFigure[]>()

/** A figure that several chapters show is of the first. */
export function embeddedFigures(lang: string): EmbeddedFigure[] {
  const all = chapters
    .filter((chapter) => chapter.lang === lang)
    .flatMap((chapter) => {
      const figures = known.get(chapter) ?? figuresIn(chapter)
      known.set(chapter, figures)
      return figures
    })
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i)
}

/** From the root of the site. */
export const embedPath = (lang: string, name: string): string => `${lang}/embed/${name}/`
