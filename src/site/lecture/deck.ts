/** The deck as its page holds it: plain data in an attribute of the page's main part. */
import type { Lecture, Slide } from '../lectures.ts'
import type { Choice } from './presenter/deckLink.ts'

export type SlideFacts = Omit<Slide, 'Notes'>

export interface Deck {
  slug: string
  /** Of the chapter. */
  title: string
  /** From the root of the site: "en/activations/". */
  chapter: string
  /** How long it is planned to take. */
  minutes: number
  slides: readonly SlideFacts[]
}

export const deckOf = ({ slug, chapter, minutes, slides }: Lecture): Deck => ({
  slug,
  title: chapter.title,
  chapter: chapter.path,
  minutes,
  // What is written as JSON holds no components.
  slides: JSON.parse(JSON.stringify(slides)) as SlideFacts[],
})

/** What somebody could choose of a lecture, as this deck has it. */
export const choiceOf = ({
  slides,
  minutes,
}: Pick<Deck, 'minutes'> & { slides: readonly { figure: string }[] }): Choice => ({
  figures: slides.map(({ figure }) => figure),
  minutes,
})

/** The part of the page that holds a deck. */
export const deckHolder = '[data-lecture]'

/** @throws if the page holds none. */
export function readDeck(page: ParentNode): Deck {
  const text = page.querySelector<HTMLElement>(deckHolder)?.dataset['lecture']
  if (!text) throw new Error(`Expected a part of this page with ${deckHolder}, found none.`)
  return JSON.parse(text) as Deck
}

/** Which slide an address means: `#3` is the third, `#fig-three` that of a figure; null if it means none. */
export function slideIn(hash: string, figures: readonly string[]): number | null {
  const place = hash.replace(/^#/, '')
  if (/^\d+$/.test(place)) {
    const index = Number(place) - 1
    return index >= 0 && index < figures.length ? index : null
  }
  const index = figures.indexOf(place.replace(/^fig-/, ''))
  return place.startsWith('fig-') && index >= 0 ? index : null
}
