/** Copies a link and says so, or shows it where the browser does not let the page copy. */
import { copyText } from '../../clipboard.ts'
import type { MenuFigure } from './menuItem.ts'

/** How long "Link copied" stands, in ms. */
const stands = 6000

/** @param lacks a sentence on what the link does not hold; empty where it holds all. */
export async function copyLink({ say }: Pick<MenuFigure, 'say'>, link: string, lacks: string): Promise<void> {
  if (await copyText(link)) say(lacks ? `Link copied. ${lacks}` : 'Link copied', { ms: stands })
  else
    say('The browser did not let this page copy. Copy the link by hand:', {
      below: <ByHand link={link} onDone={() => say('')} />,
    })
}

const ByHand = ({ link, onDone }: { link: string; onDone: () => void }) => (
  <div className="copy-by-hand">
    <input readOnly aria-label="Link" value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
    <button type="button" className="btn line" onClick={onDone}>
      Done
    </button>
  </div>
)
