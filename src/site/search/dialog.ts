/**
 * The search dialog. Arrow keys go through the results, Enter follows one (in the field: the first), Escape closes. What
 * was asked stays while the page lives.
 */
import { button, make } from '../page/elements.ts'
import { anchorIn, clearFound, showFound, withWords } from './found.ts'
import { loadBook, type Book } from './load.ts'
import { resultItem, said } from './results.ts'

/** What one may type. */
const hint =
  '<span>A word, its first letters, or several words. Terms are found in Korean, too: <span lang="ko">기울기</span> finds gradient.</span>'

/** The field is no `type=search`: there Escape would empty it, and close nothing. */
const markup = `
<form method="dialog" role="search">
  <label class="sr" for="search-words">Words to find</label>
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 5 5"/></svg>
  <input id="search-words" role="searchbox" inputmode="search" enterkeyhint="go" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="Search the book" aria-controls="search-results" aria-describedby="search-advice">
  <button type="button" class="btn" data-close>Close</button>
</form>
<p class="said" role="status"></p>
<div class="advice" id="search-advice">${hint}</div>
<ol id="search-results" class="results" aria-label="Results"></ol>
<p class="keys" aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> go there <kbd>Esc</kbd> close</p>`

/** Readers who listen hear a count when they stop typing, not at every letter. */
const rest = 300

function create(): { open: () => void } {
  const dialog = make('dialog')
  dialog.className = 'search'
  dialog.setAttribute('aria-label', 'Search the book')
  dialog.innerHTML = markup
  document.body.append(dialog)
  const one = (selector: string) => dialog.querySelector<HTMLElement>(selector)!
  const input = one('input') as HTMLInputElement
  const status = one('.said')
  const advice = one('.advice')
  const list = one('.results')
  let resting: ReturnType<typeof setTimeout> | undefined

  const announce = (words: string) => {
    clearTimeout(resting)
    resting = setTimeout(() => (status.textContent = words), rest)
  }
  const ask = (question: string) => {
    input.value = question
    input.focus()
    find()
  }

  const showNothing = ({ engine }: Book, question: string) => {
    announce(`Nothing found for “${question}”.`)
    const near = engine.suggest(question)
    if (near)
      advice.append(
        'Did you mean ',
        button(near, () => ask(near)),
        '?',
      )
    else advice.append('Try one word of it, or the first letters. The book is written in English.')
  }

  const show = (book: Book) => {
    const question = input.value.trim()
    advice.replaceChildren()
    list.replaceChildren()
    list.scrollTop = 0
    if (question === '') {
      advice.innerHTML = hint
      return announce('')
    }
    const findings = book.engine.search(question)
    if (findings.total === 0) return showNothing(book, question)
    announce(said(findings))
    for (const each of findings.found)
      list.append(resultItem(each, withWords(book.addressOf(each.document.place), each.words).href))
  }

  const fail = (error: unknown) => {
    console.error(error)
    list.replaceChildren()
    announce('The index of the book could not be loaded. Check your connection.')
    advice.replaceChildren(button('Try again', find))
  }

  function find() {
    loadBook().then(show, fail)
  }

  /** A place on this page needs no new one. */
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    const to = new URL(link.href)
    if (to.origin !== location.origin || to.pathname !== location.pathname) return
    event.preventDefault()
    shut()
    location.hash = to.hash
    const place = document.getElementById(anchorIn(to))
    if (place) place.scrollIntoView()
    else scrollTo(0, 0)
    showFound(to)
  }

  /** From the field into the list and back; letters go to the field from anywhere. */
  const steer = (event: KeyboardEvent) => {
    const stops = [input, ...list.querySelectorAll('a')]
    const here = stops.indexOf(document.activeElement as HTMLInputElement)
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && here >= 0) {
      event.preventDefault()
      stops[Math.min(stops.length - 1, Math.max(0, here + by))]?.focus()
    } else if (here > 0 && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey)
      input.focus()
  }

  /** Where there is nothing to give the focus back to, a browser leaves it here for a frame, and a key with it. */
  const shut = () => {
    dialog.close()
    const { activeElement } = document
    if (dialog.contains(activeElement)) (activeElement as HTMLElement).blur()
  }

  input.addEventListener('input', find)
  one('form').addEventListener('submit', (event) => {
    event.preventDefault()
    // Typed and entered at once, the list may not be there yet.
    loadBook().then(() => list.querySelector('a')?.click(), fail)
  })
  one('[data-close]').addEventListener('click', shut)
  list.addEventListener('click', follow)
  dialog.addEventListener('keydown', steer)
  // A press beside the dialog is one on its backdrop.
  dialog.addEventListener('pointerdown', ({ target }) => target === dialog && shut())
  dialog.addEventListener('cancel', shut)

  return {
    open() {
      clearFound()
      if (!dialog.open) dialog.showModal()
      input.select()
      // What was found stays; what could not be loaded is asked for again.
      if (!list.firstChild) find()
    },
  }
}

let search: ReturnType<typeof create> | undefined

export const open = (): void => {
  search ??= create()
  search.open()
}
