/** The theme of an embed after its head has set it: the system's changes, and the wishes of the page around it. Client only. */
import type { Options } from './options.ts'

/** Returns how to choose another. On paper it is light, whatever it is on the screen. */
export function watchTheme(first: Options['theme']): (theme: Options['theme']) => void {
  const [dark, paper] = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('print')]
  let chosen = first
  const apply = () => {
    const wanted = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
    const theme = paper.matches ? 'light' : wanted
    const { dataset } = document.documentElement
    if (dataset['theme'] !== theme) dataset['theme'] = theme
  }
  dark.addEventListener('change', apply)
  paper.addEventListener('change', apply)
  return (theme) => {
    chosen = theme
    apply()
  }
}
