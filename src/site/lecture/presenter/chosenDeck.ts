/** The deck that an address asks for, made from that of the book. No DOM. */
import { choiceOf, type Deck } from '../deck.ts'
import { readChoice } from './deckLink.ts'

/** `notes`: a sentence for each thing that the address asked for and does not get. */
export function chosenDeck(published: Deck, search: string): { deck: Deck; notes: string[] } {
  const { figures, minutes, notes } = readChoice(search, choiceOf(published))
  const slides = figures.flatMap((id) => published.slides.find(({ figure }) => figure === id) ?? [])
  return { deck: { ...published, slides, minutes }, notes }
}
