/** A chapter's citation as text and as BibTeX. No DOM: pages write it when they are built, and the browser again. */

export interface Cited {
  slug: string
  title: string
  /** The chapter's number. */
  order: number
  /** The day of its last revision, "2026-11-21". */
  revised: string
}

/** What only the reader's browser knows. */
export interface Read {
  /** Of the page, without a place in it. */
  address: string
  /** The day, "2026-11-21". */
  on: string
}

const book = 'Watch It Learn: a deep-learning textbook'
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** "2026-11-21" as "21 November 2026". */
export const spelled = (date: string): string => day.format(new Date(date))

export const sentenceOf = ({ title, order, revised }: Cited, read?: Read): string => {
  const where = read ? ` ${read.address} (read on ${spelled(read.on)}).` : ''
  return `“${title}”, chapter ${order} of ${book}. Revised ${spelled(revised)}.${where}`
}

/** Braces and backslashes would end a field; an address can do without. Its own escapes ("%20") stay what they are. */
const field = (text: string) => text.replaceAll(/[{}\\]/g, (sign) => encodeURIComponent(sign))

const entry = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => `  ${name} = {${value}},`).join('\n')

export const bibtexOf = ({ slug, title, order, revised }: Cited, read?: Read): string =>
  `@misc{watch-it-learn-${slug},\n${entry([
    ['title', title],
    ['howpublished', `Chapter ${order} of {${book}}`],
    ['year', revised.slice(0, 4)],
    ['note', `Revised ${revised}${read ? `, read on ${read.on}` : ''}`],
    ...(read ? ([['url', field(read.address)]] as const) : []),
  ])}\n}`
