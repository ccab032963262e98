/** The bar at the top of every page. */
import { preferences } from '../preferences.ts'

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

/** Theme and reading. Works through page/themeMenu.ts, and is not shown without JavaScript. */
function ThemeMenu({ root }: { root: string }) {
  return (
    <div className="theme">
      <button type="button" className="btn" popoverTarget="preferences" aria-label="Theme">
        <svg className="narrow" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
          <circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M9 1.8a7.2 7.2 0 0 1 0 14.4z" fill="currentColor" />
        </svg>
        <span className="wide">Theme</span>
      </button>
      {/* Enter in a choice would send the form; of this method, outside a dialog, there is nowhere to send it. */}
      <form id="preferences" method="dialog" popover="auto" aria-label="Theme and reading">
        {preferences.map(({ name, title, options }) => (
          <fieldset key={name}>
            <legend>{title}</legend>
            {options.map(([word, label]) => (
              <label key={word}>
                <input type="radio" name={name} value={word} defaultChecked={word === ''} />
                {label}
              </label>
            ))}
          </fieldset>
        ))}
        <a href={`${root}en/reader/`}>Your reading: what this browser remembers</a>
      </form>
    </div>
  )
}

/** Works through search/keys.ts, and is not shown without JavaScript. */
function SearchButton() {
  return (
    <button
      type="button"
      className="btn search-open"
      data-search
      aria-label="Search"
      aria-haspopup="dialog"
      aria-keyshortcuts="/"
    >
      <svg className="narrow" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <circle cx="7.6" cy="7.6" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="m11.8 11.8 5 5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      <span className="wide">Search</span>
      <kbd className="wide">/</kbd>
    </button>
  )
}

/** @param lecture the address of the chapter's slides; absent where there are none. */
export function Header({ root, lecture }: { root: string; lecture?: string }) {
  return (
    <header className="top">
      <a className="logo" href={root}>
        <Logo />
        Watch It Learn
      </a>
      <span className="space" />
      <SearchButton />
      {lecture === undefined ? null : (
        <a className="btn to-lecture" href={lecture}>
          Lecture mode
        </a>
      )}
      <ThemeMenu root={root} />
    </header>
  )
}
