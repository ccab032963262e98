/** The open menu. Loaded when it is opened, or when one of its letters is pressed. */
import { useRunState } from '../FigureContext.ts'
import { intoView } from '../intoView.ts'
import { glyphs } from './glyphs.ts'
import { itemsOf } from './items.ts'
import type { MenuFigure } from './menuItem.ts'

export { itemsOf }

export function Menu({ figure, onDone }: { figure: MenuFigure; onDone: () => void }) {
  // What there is to do changes with the run.
  useRunState(figure.run)
  return (
    <div className="menu" ref={intoView}>
      {itemsOf(figure).map(({ icon, words, letter, act }) => (
        <button
          key={words}
          type="button"
          onClick={() => {
            act()
            onDone()
          }}
        >
          <svg className="ic" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={glyphs[icon]} />
          </svg>
          {words}
          {letter ? <kbd aria-hidden="true">{letter.toUpperCase()}</kbd> : null}
        </button>
      ))}
    </div>
  )
}
