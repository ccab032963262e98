/** The filter field of the glossary's page. Without JavaScript it is not there, and the page is a plain list. */
import { folded } from '../search/words.ts'

/** Case, marks and hyphens do not count. */
const plain = (words: string): string =>
  folded(words)
    .replaceAll(/[-\s]+/g, ' ')
    .trim()

/** What is said after filtering. */
const said = (shown: number, all: number, words: string): string => {
  if (words === '') return ''
  if (shown === 0) return `No term has “${words}”. Try fewer letters.`
  return `${shown} of ${all} terms`
}

export const start = (): void => {
  const form = document.querySelector<HTMLFormElement>('[data-glossary-filter]')
  const input = form?.querySelector('input')
  const status = form?.querySelector('[role=status]')
  if (!form || !input || !status) return
  const entries = [...document.querySelectorAll<HTMLElement>('.glossary .entry')].map((entry) => ({
    entry,
    words: plain(`${entry.querySelector('dt')?.textContent ?? ''} ${entry.dataset['forms'] ?? ''}`),
  }))
  const filter = () => {
    const wanted = plain(input.value)
    let shown = 0
    for (const { entry, words } of entries) {
      entry.hidden = !words.includes(wanted)
      if (!entry.hidden) shown++
    }
    for (const section of document.querySelectorAll<HTMLElement>('.glossary section'))
      section.hidden = !section.querySelector('.entry:not([hidden])')
    status.textContent = said(shown, entries.length, input.value.trim())
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  input.addEventListener('input', filter)
  // A link to an entry must find it.
  addEventListener('hashchange', () => {
    if (!document.getElementById(location.hash.slice(1))?.closest('[hidden]')) return
    input.value = ''
    filter()
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  })
  // A browser that goes back fills the field again.
  if (input.value) filter()
}
