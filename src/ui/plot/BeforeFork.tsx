/** The key of the thin lines that show what became of the run before it was forked, with a way to be rid of them. */
import type { Clock } from '../../lab/setup.ts'
import { useFigure, useRunValue } from '../figure/FigureContext.ts'
import { Icon } from '../figure/icons.tsx'
import { momentWords } from '../figure/moment.ts'

export function BeforeFork({ clock }: { clock: Clock }) {
  const { run, ghost, dropGhost } = useFigure()
  const forkedAt = useRunValue(run, (state) => state.forkedAt)
  if (!forkedAt || !ghost()) return null
  return (
    <span className="before-key">
      <svg className="key" viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">
        <path className="key-before" d="M0 5H26" />
      </svg>
      <span>
        before<span className="before-what"> the fork</span>
        <span className="before-where"> at {momentWords(clock, forkedAt)}</span>
      </span>
      <button
        type="button"
        aria-label="Remove the lines from before the fork"
        // Dragging starts on a plot, but not on its buttons.
        onPointerDown={(event) => event.stopPropagation()}
        onClick={dropGhost}
      >
        <Icon name="cross" />
      </button>
    </span>
  )
}
