/** "Open in the book" leads to the figure in its chapter, with the settings and the moment that are shown here. Client only. */
import type { Run } from '../../lab/runState.ts'

/** @param shown what the figure shows. Its code is there already: that of links comes with it. */
export async function followRun(link: HTMLAnchorElement, shown: () => Run): Promise<void> {
  const { bookAddress, linkToFigure } = await import('../../ui/figure/link.ts')
  const { widget = '', figure } = link.dataset
  const update = () => {
    const run = shown()
    const what = run.getState().now.step > 0 ? 'moment' : 'settings'
    link.href = linkToFigure(run, what, widget, figure, bookAddress())
  }
  for (const type of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(type, update)
}
