import { bookAddress, linkToFigure } from '../../link.ts'
import { copyLink } from '../copyLink.tsx'
import type { Items } from '../menuItem.ts'

export const links: Items = (figure) => {
  const { run, widget, id } = figure
  const kinds = run.getState().now.step > 0 ? (['moment', 'settings'] as const) : (['settings'] as const)
  return kinds.map((what, i) => ({
    icon: 'link',
    words: what === 'moment' ? 'Copy link to this moment' : 'Copy link to these settings',
    ...(i === 0 && { letter: 'l' }),
    act: () =>
      void copyLink(
        figure,
        linkToFigure(run, what, widget, id, bookAddress()),
        run.getState().images === null ? '' : 'It does not hold the digits that this figure learns from.',
      ),
  }))
}
