/** The address of this page with a figure's settings in it. */
import { toLink } from '../../lab/link.ts'
import type { Run } from '../../lab/runState.ts'

/** `address` is where the page stands; the settings go where the figure will look for them. */
export function linkToFigure(run: Run, widget: string, address: string): string {
  const { config, variants, seeds, backendChoice } = run.getState()
  const url = new URL(address)
  const text = toLink(run.setup, { config, variants, seeds, backend: backendChoice })
  url.hash = `${widget}?${text}`
  return url.href
}
