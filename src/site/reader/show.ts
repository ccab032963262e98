/** Shows the record where the page has a place for it: beside chapters, below the contents, in the hero of the home page. */
import { entry, type ReaderRecord } from './record.ts'
import { goOn, isRead, percentRead, shareWords, tally } from './words.ts'

const fill = (element: Element, words: string) => {
  if (element.textContent !== words) element.textContent = words
}

/** On the home page the share is marked, and what its style puts before it is not. */
const fillLine = (element: Element, words: string) => {
  const all = words.endsWith('%') ? `${words} read` : words
  if (element.textContent === all) return
  const mark = document.createElement('b')
  mark.textContent = all
  element.replaceChildren(...(all ? [mark] : []))
}

/** `[data-progress="<slug>"]`: "46%" in the contents, "46% read" on the home page. `data-share` is for the style: "part" or "read". */
const showShares = ({ chapters }: ReaderRecord) => {
  for (const element of document.querySelectorAll<HTMLElement>('[data-progress]')) {
    const chapter = entry(chapters, element.dataset['progress'] ?? '')
    const words = shareWords(chapter)
    if (element.closest('.contents')) fill(element, words)
    else fillLine(element, words)
    element.dataset['share'] = isRead(chapter) ? 'read' : percentRead(chapter) > 0 ? 'part' : ''
  }
}

/** `[data-tally]` holds the slug of its chapter, `data-figures` how many figures that has. */
const showTallies = ({ chapters }: ReaderRecord) => {
  for (const element of document.querySelectorAll<HTMLElement>('[data-tally]')) {
    const { tally: slug = '', figures } = element.dataset
    fill(element, tally(entry(chapters, slug), Number(figures)).join('\n'))
  }
}

/** `[data-continue]`: a link to where the reader left off, named after the chapter's line on the same page. */
const showContinue = (record: ReaderRecord) => {
  const place = document.querySelector('[data-continue]')
  if (!place) return
  const lines = new Map(
    [...document.querySelectorAll<HTMLElement>('a [data-progress]')].map(
      (element) => [element.dataset['progress'] ?? '', element.closest('a')!] as const,
    ),
  )
  const next = goOn(record, [...lines.keys()])
  if (!next) return place.replaceChildren()
  const { slug, section } = next
  // Of "2 Initialization" the name.
  const heading = lines.get(slug)?.querySelector('h3')
  const title = heading?.lastChild?.textContent?.trim() ?? entry(record.chapters, slug)?.title
  const link = document.createElement('a')
  link.href = (lines.get(slug)?.href ?? '') + (section ? `#${encodeURIComponent(section.id)}` : '')
  link.textContent = entry(record.chapters, slug)?.place
    ? `Continue: ${[title, ...(section ? [section.title] : [])].join(', ')}`
    : `Next: ${title}`
  place.replaceChildren(link)
}

export const show = (record: ReaderRecord): void => {
  showShares(record)
  showTallies(record)
  showContinue(record)
}
