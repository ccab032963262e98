/** The menu of theme and reading: shows what is chosen, tells and remembers a choice. The script of theme.ts applies it. */
import { preferencesEvent, preferencesKey } from '../theme.ts'
import { followVoice } from './voice.ts'

/** Storage may be forbidden; then the choice holds for this page. */
const remembered = (): string => {
  try {
    return localStorage.getItem(preferencesKey) ?? ''
  } catch {
    return ''
  }
}

const remember = (words: string) => {
  try {
    localStorage.setItem(preferencesKey, words)
  } catch (error) {
    console.info('The preferences are not remembered:', error)
  }
}

export const watchThemeMenu = (): void => {
  const menu = document.querySelector<HTMLFormElement>('#preferences')
  if (!menu) return
  const inputs = [...menu.querySelectorAll('input')]
  const fill = (words: string) => {
    followVoice(words)
    menu.reset()
    const chosen = words.split(' ')
    for (const input of inputs) if (input.value && chosen.includes(input.value)) input.checked = true
  }
  fill(remembered())
  addEventListener(preferencesEvent, ({ detail }) => fill(detail))
  addEventListener('storage', ({ key }) => {
    if (key === preferencesKey || key === null) fill(remembered())
  })
  menu.addEventListener('change', () => {
    const words = inputs.flatMap(({ checked, value }) => (checked && value ? [value] : [])).join(' ')
    remember(words)
    dispatchEvent(new CustomEvent(preferencesEvent, { detail: words }))
  })
}
