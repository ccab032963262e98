/**
 * The deck in the address of a lecture: which figures, in which order, and how long it is planned to take:
 * `?deck=sizes,clones&minutes=40`. Only what differs from the published deck is written. No DOM.
 */
import { list } from '../../../ui/format.ts'

/** What somebody chose of a lecture. */
export interface Choice {
  /** Ids of figures, in order; at least one. */
  figures: readonly string[]
  /** From 1 to `longest`. */
  minutes: number
}

/** A day; more than that is a slip. */
export const longest = 600

const names = { deck: 'deck', minutes: 'minutes' } as const
const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join()

/** As a message prints what came from outside: at most 40 characters. */
const quote = (text: string) => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`

/** More names than this are not told one by one. */
const fewest = 4

function readFigures(text: string, known: readonly string[], notes: string[]): string[] {
  const asked = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const unknown = [...new Set(asked.filter((name) => !known.includes(name)))]
  const figures = [...new Set(asked)].filter((name) => known.includes(name))
  const told = unknown.slice(0, fewest).map(quote)
  if (unknown.length > fewest) told.push(`${unknown.length - fewest} more`)
  if (told.length > 0)
    notes.push(
      `This lecture has no figure ${list(told)}; ${figures.length > 0 ? 'the others are shown' : 'all of its figures are shown'}.`,
    )
  else if (figures.length === 0) notes.push('The link names no figure; all figures of the lecture are shown.')
  return figures.length > 0 ? figures : [...known]
}

function readMinutes(text: string, planned: number, notes: string[]): number {
  const minutes = Number(text)
  if (text.trim() !== '' && Number.isInteger(minutes) && minutes >= 1 && minutes <= longest) return minutes
  notes.push(
    `Expected whole minutes from 1 to ${longest}, found ${quote(text)}; the plan of ${planned} minutes is used.`,
  )
  return planned
}

/**
 * @param search the query of an address, whatever it holds
 * @param published the lecture as it is in the book
 * @returns the nearest valid choice, and a sentence for each thing that had to change
 */
export function readChoice(search: string, published: Choice): Choice & { notes: string[] } {
  const query = new URLSearchParams(search)
  const [deck, planned] = [query.get(names.deck), query.get(names.minutes)]
  const notes: string[] = []
  const figures = deck === null ? published.figures : readFigures(deck, published.figures, notes)
  const minutes = planned === null ? published.minutes : readMinutes(planned, published.minutes, notes)
  return { figures, minutes, notes }
}

/** The address of a lecture with this choice; what else it holds is kept. */
export function linkToDeck(address: string, choice: Choice, published: Choice): string {
  const url = new URL(address)
  const query = new URLSearchParams(url.search)
  query.delete(names.deck)
  query.delete(names.minutes)
  // Commas stay as they are: the link is read by people.
  const parts = [
    ...(same(choice.figures, published.figures) ? [] : [`${names.deck}=${choice.figures.join(',')}`]),
    ...(choice.minutes === published.minutes ? [] : [`${names.minutes}=${choice.minutes}`]),
    ...(query.size > 0 ? [query.toString()] : []),
  ]
  url.search = parts.join('&')
  return url.href
}
