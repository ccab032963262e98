/** Copies a link and says so, or shows it where the browser does not let the page copy. */
import type { MenuFigure } from './menuItem.ts'

/** How long "Link copied" stands, in ms. */
const stands = 6000

/** @param lacks a sentence on what the link does not hold; empty where it holds all. */
export function copyLink({ say }: Pick<MenuFigure, 'say'>, link: string, lacks: string): void {
  // Where a page may not use the clipboard at all, there is none to ask.
  const written =
    (navigator.clipboard as Clipboard | undefined)?.writeText(link) ?? Promise.reject(new Error())
  written.then(
    () => say(lacks ? `Link copied. ${lacks}` : 'Link copied', { ms: stands }),
    () =>
      say('The browser did not let this page copy. Copy the link by hand:', {
        below: <ByHand link={link} onDone={() => say('')} />,
      }),
  )
}

const ByHand = ({ link, onDone }: { link: string; onDone: () => void }) => (
  <div className="copy-by-hand">
    <input readOnly aria-label="Link" value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
    <button type="button" className="btn line" onClick={onDone}>
      Done
    </button>
  </div>
)
