/** The theme menu: shows what is chosen, applies and remembers a choice, follows the system if asked to. */
import { themeKey, themes, type Theme } from '../theme.ts'

const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme)

/** Storage may be forbidden; then the choice holds for this page. */
const remembered = (): Theme => {
  try {
    const value = localStorage.getItem(themeKey)
    return isTheme(value) ? value : 'system'
  } catch {
    return 'system'
  }
}

const remember = (theme: Theme) => {
  try {
    localStorage.setItem(themeKey, theme)
  } catch (error) {
    console.info('The theme is not remembered:', error)
  }
}

export const watchThemeMenu = (): void => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let chosen = remembered()
  const apply = () => {
    document.documentElement.dataset['theme'] =
      chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen
  }
  dark.addEventListener('change', apply)
  const menu = document.getElementById('themes')
  for (const input of menu?.querySelectorAll('input') ?? []) input.checked = input.value === chosen
  menu?.addEventListener('change', ({ target }) => {
    const { value } = target as HTMLInputElement
    if (!isTheme(value)) return
    chosen = value
    remember(value)
    apply()
  })
}
