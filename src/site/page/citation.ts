/** Completes a page's citation with its address and the day, and copies it. */
import { copyText } from '../../ui/clipboard.ts'
import { bibtexOf, sentenceOf, type Cited, type Read } from '../citation.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** The reader's own day: "2026-11-21". */
const today = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const select = (element: Element) => getSelection()?.selectAllChildren(element)

/** Where the browser does not let a page copy, the text is selected and the reader copies it. */
async function copy(form: Element, say: (words: string) => void): Promise<void> {
  if (await copyText(form.textContent)) return say('Copied.')
  select(form)
  say('The browser did not let this page copy. The text is selected: copy it with Ctrl+C, or Cmd+C on a Mac.')
}

export function start(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-cite]')) {
    const cited = JSON.parse(box.dataset['cite'] ?? '') as Cited
    const read: Read = { address: location.origin + location.pathname, on: today() }
    const forms: Record<string, string> = { text: sentenceOf(cited, read), bibtex: bibtexOf(cited, read) }
    const status = box.querySelector('[role=status]')
    for (const [name, words] of Object.entries(forms)) {
      const form = box.querySelector(`[data-cite-form=${name}]`)
      if (!form) continue
      form.textContent = words
      box
        .querySelector(`[data-copy=${name}]`)
        ?.addEventListener('click', () => void copy(form, (said) => status && (status.textContent = said)))
    }
    box.dataset['complete'] = ''
  }
}
