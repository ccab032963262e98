/**
 * The recorded plots of a figure as a file of the site: an SVG whose pictures the pages take in. A chapter with many
 * figures would be half as long again with them in its HTML. Made at build time; in development when asked for.
 */
import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Recording } from '../../lab/recording.ts'
import type { Setup } from '../../lab/setup.ts'
import { plotsOf, width, wordsOf } from './plots.ts'
import { PlotsPicture } from './PlotsPicture.tsx'

export interface PlotsFile {
  /** From the root of the site; it holds what is in the file. */
  name: string
  content: string
  seeds: number
  /** What a page says of each picture in it. */
  pictures: { id: string; viewBox: string; words: string }[]
}

/** Plots in one picture: more would not fit a sheet of paper in a size that can be read. */
const mostPlots = 5

/** The setup with its metrics in pieces, in order. */
const pieces = (setup: Setup): Setup[] => {
  const metrics = Object.entries(setup.metrics)
  return Array.from({ length: Math.ceil(metrics.length / mostPlots) }, (_, i) => ({
    ...setup,
    metrics: Object.fromEntries(metrics.slice(i * mostPlots, (i + 1) * mostPlots)),
  }))
}

export function plotsFile(recording: Recording, setup: Setup): PlotsFile {
  const drawn = pieces(setup).map((piece, i) => {
    const plots = plotsOf(recording, piece)
    const viewBox = `0 0 ${width} ${plots.height}`
    return { id: `plots-${i + 1}`, viewBox, words: wordsOf(recording, piece, plots), plots }
  })
  const content = renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={drawn[0]?.viewBox}>
      {drawn.map(({ id, plots }) => (
        <PlotsPicture key={id} id={id} plots={plots} />
      ))}
    </svg>,
  )
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8)
  return {
    name: `assets/recorded-${recording.widget}-${hash}.svg`,
    content,
    seeds: recording.seeds.length,
    pictures: drawn.map(({ id, viewBox, words }) => ({ id, viewBox, words })),
  }
}
