/** What could not be read and was set aside: said below the header, with a way to keep it. */
import { button } from '../page/elements.ts'
import { notice } from '../page/notice.ts'
import { saveText } from './file.ts'

/** A button that saves what was set aside; what is gone by now is not offered. */
export const saveButton = (key: string): HTMLButtonElement => {
  const save = button('Save it as a file', () => {
    const text = localStorage.getItem(key)
    if (text === null) save.replaceWith('It was erased.')
    else saveText('watch-it-learn-set-aside.json', text)
  })
  return save
}

export const sayAside = ({ key, words }: { key: string; words: string }): void => {
  const strip = notice(
    words,
    saveButton(key),
    button('Close', () => strip.remove()),
  )
}
