/** One sentence on what just happened. Announced when it changes, so its function must speak of events, not frames. */
import { useFigure, useRunValue } from './FigureContext.ts'
import { Icon } from './icons.tsx'

export function Readout() {
  const { run, readout } = useFigure()
  // The sentence, not the state: while it stays the same nothing is rendered.
  const sentence = useRunValue(run, readout)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> belongs to a form, and is read less reliably
    <div className="readout" role="status">
      {sentence ? (
        <>
          <Icon name="info" large />
          <span>{sentence}</span>
        </>
      ) : null}
    </div>
  )
}
