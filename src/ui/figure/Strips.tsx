/** Notes above the title: what went wrong or was changed, with the way out as a button. Never a modal. */
import { useState } from 'react'
import { useFigure, useRunValue } from './FigureContext.ts'
import { Icon } from './icons.tsx'
import { strips, type StripAct } from './strips.ts'

export function Strips() {
  const { run, attention } = useFigure()
  // What strips are made from; the rest of the state changes all the time.
  useRunValue(run, ({ diverged }) => diverged)
  useRunValue(run, ({ corrections }) => corrections)
  useRunValue(run, ({ status }) => status)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const act = (choice: StripAct) => {
    if (choice.kind === 'see') {
      attention.pause()
      run.seek(choice.epoch)
      return
    }
    if (choice.kind === 'half') run.configure({ config: { learningRate: choice.rate } })
    run.run()
  }
  return (
    <>
      {strips(run)
        .filter(({ id }) => !dismissed.has(id))
        .map(({ id, tone, lead, rest, acts }) => (
          <div
            key={id}
            className={tone === 'bad' ? 'strip strip-bad' : 'strip'}
            role={tone === 'bad' ? 'alert' : 'note'}
          >
            <Icon name={tone === 'bad' ? 'cross' : 'info'} large />
            <span className="strip-words">
              <b>{lead}</b> {rest}
            </span>
            <span className="strip-acts">
              {acts.map(({ label, act: choice }, i) => (
                <button
                  key={label}
                  type="button"
                  className={i === 0 ? 'btn line' : 'btn'}
                  onClick={() => act(choice)}
                >
                  {label}
                </button>
              ))}
              {id === 'corrections' ? (
                <button
                  type="button"
                  className="btn"
                  onClick={() => setDismissed(new Set([...dismissed, id]))}
                >
                  Dismiss
                </button>
              ) : null}
            </span>
          </div>
        ))}
    </>
  )
}
