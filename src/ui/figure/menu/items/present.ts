import { linkToFigure } from '../../link.ts'
import type { Items } from '../menuItem.ts'

/** Where the page says that this figure is a slide: `data-slides` has the ids, `data-slides-at` the page of the slides. */
export const present: Items = ({ element, run, widget, id }) => {
  const slides = element()?.closest<HTMLElement>('[data-slides]')?.dataset
  if (id === undefined || !slides?.['slides']?.split(' ').includes(id)) return []
  return [
    {
      icon: 'slide',
      words: 'Present as a slide',
      act() {
        const page = new URL(slides['slidesAt'] ?? '', location.href)
        open(linkToFigure(run, 'settings', widget, id, page.href), '_blank', 'noopener')
      },
    },
  ]
}
