/** What a figure consists of, read from its own markup: what stands in a widget's JSX is written nowhere else. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { contentOf } from './figures.tsx'

export interface FigureParts {
  title: string
  /** Metrics of its time plots, in order. */
  metrics: string[]
  /** Titles of its panels, in order. */
  panels: string[]
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .trim()

const all = (html: string, pattern: RegExp) =>
  Array.from(html.matchAll(pattern), ([, inside = '']) => words(inside))

/** Finds the parts in a figure's HTML as React writes it (FigureHead, LinePlot, PanelTitle). */
export const partsIn = (html: string): FigureParts => ({
  title: all(html, /<p class="fig-title"[^>]*>(.*?)<\/p>/gs)[0] ?? '',
  metrics: all(html, /<div class="plot"[^>]* data-metric="([^"]*)"/g),
  panels: all(html, /<div class="panel-title"><b>(.*?)<\/b>/gs),
})

const known = new Map<string, FigureParts>()

/** @param widget a folder of src/widgets; anything else is an error. */
export const partsOfFigure = (widget: string): FigureParts => {
  const parts =
    known.get(widget) ?? partsIn(renderToStaticMarkup(createElement(contentOf(`widgets/${widget}`), {})))
  known.set(widget, parts)
  return parts
}
