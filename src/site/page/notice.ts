/** A sentence below the header, with buttons. */
import { make } from './elements.ts'

/** Shows it, and returns it. */
export const notice = (words: string, ...acts: HTMLElement[]): HTMLElement => {
  const text = make('p')
  text.setAttribute('role', 'status')
  const strip = make('div', text, ...acts)
  strip.className = 'notice'
  const header = document.querySelector('header.top')
  if (header) header.after(strip)
  else document.body.prepend(strip)
  // Said by screen readers only if it changes after it is there.
  text.textContent = words
  return strip
}
