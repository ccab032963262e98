/** The address of this page that opens a figure with its settings and scrolls to it: `?one-bend=v%3D1#fig-bend`. */
import { toLink } from '../../lab/toLink.ts'
import type { Run } from '../../lab/runState.ts'

/** Where links of this page lead: to the page that it says it is a part of (an embedded figure to its chapter), or to itself. */
export const bookAddress = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical][data-book]')?.href ?? location.href

/**
 * `settings`: what Run would start from now. `moment`: the run up to the moment shown (how it began and what was
 * changed on the way); whoever opens it computes that moment on a backend of their own.
 * `address` is where the page stands; what it holds for other figures is kept.
 * `id` is the figure's name on the page, whose anchor is `fig-<id>`; without one the link does not scroll.
 */
export function linkToFigure(
  run: Run,
  what: 'settings' | 'moment',
  widget: string,
  id: string | undefined,
  address: string,
): string {
  const { config, initialConfig, changes, now, variants, seeds, backendChoice } = run.getState()
  const url = new URL(address)
  const text =
    what === 'settings'
      ? toLink(run.setup, { config, variants, seeds, backend: backendChoice })
      : toLink(run.setup, {
          config: initialConfig,
          variants,
          seeds,
          backend: 'auto',
          // What came after this moment is another story.
          changes: changes.filter(({ step }) => step <= now.step),
          at: now.step,
        })
  url.searchParams.set(widget, text)
  url.hash = id === undefined ? '' : `fig-${id}`
  return url.href
}
