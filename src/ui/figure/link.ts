/** The address of this page that opens a figure with its settings and scrolls to it: `?one-bend=v%3D1#fig-bend`. */
import { toLink } from '../../lab/link.ts'
import type { Run } from '../../lab/runState.ts'

/**
 * `address` is where the page stands; what it holds for other figures is kept.
 * `id` is the figure's name on the page, whose anchor is `fig-<id>`; without one the link does not scroll.
 */
export function linkToFigure(run: Run, widget: string, id: string | undefined, address: string): string {
  const { config, variants, seeds, backendChoice } = run.getState()
  const url = new URL(address)
  const text = toLink(run.setup, { config, variants, seeds, backend: backendChoice })
  url.searchParams.set(widget, text)
  url.hash = id === undefined ? '' : `fig-${id}`
  return url.href
}
