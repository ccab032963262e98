/** The bar at the top of every page. */
import { themes, type Theme } from '../theme.ts'

export function Logo() {
  return (
    <svg viewBox="0 0 26 20" width="26" height="20" aria-hidden="true">
      <path
        d="M1 2.5C5 3.5 6.5 15.5 17 16.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path d="M17 0V20" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="17" cy="16.4" r="3.4" fill="var(--mark)" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}

const words: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'Follow the system' }

/** Works through page/themeMenu.ts, and is not shown without JavaScript. */
function ThemeMenu() {
  return (
    <div className="theme">
      <button type="button" className="btn" popoverTarget="themes">
        Theme
      </button>
      <fieldset id="themes" popover="auto">
        <legend className="sr">Theme</legend>
        {themes.map((theme) => (
          <label key={theme}>
            <input type="radio" name="theme" value={theme} /> {words[theme]}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

export function Header({ root }: { root: string }) {
  return (
    <header className="top">
      <a className="logo" href={root}>
        <Logo />
        Watch It Learn
      </a>
      <span className="space" />
      <ThemeMenu />
    </header>
  )
}
