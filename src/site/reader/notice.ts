/** Says below the header that something could not be read, with a way to keep it. */
import { saveText } from './file.ts'

/** A button that saves what was set aside; what is gone by now is not offered. */
export const saveButton = (key: string): HTMLButtonElement => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn line'
  button.textContent = 'Save it as a file'
  button.addEventListener('click', () => {
    const text = localStorage.getItem(key)
    if (text === null) button.replaceWith('It was erased.')
    else saveText('watch-it-learn-set-aside.json', text)
  })
  return button
}

export const notice = (words: string, ...acts: HTMLElement[]): void => {
  const strip = document.createElement('div')
  strip.className = 'reader-notice'
  strip.setAttribute('role', 'status')
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'btn'
  close.textContent = 'Close'
  close.addEventListener('click', () => strip.remove())
  const text = document.createElement('span')
  text.textContent = words
  strip.append(text, ...acts, close)
  document.querySelector('.top')?.after(strip)
}
