/**
 * Notes above the title: what went wrong or was changed, with the way out as a button. Never a modal.
 * They appear in the room that stands free above every figure, so that nothing moves while it trains; what does not
 * fit there opens when the reader asks for it, and then pushes the figure down.
 */
import { useEffect, useRef, useState } from 'react'
import { useFigure, useRunValue, useWaitWords } from './FigureContext.ts'
import { Icon } from './icons.tsx'
import { stripKey, strips, type StripAct } from './strips.ts'
import { useSize } from './useSize.ts'

export function Strips() {
  const { run, attention, explain, meanwhile } = useFigure()
  const wait = useWaitWords().strip
  // Their words: what they are made from changes all the time.
  const words = useRunValue(run, () => JSON.stringify(strips(run, explain, wait)))
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const [cut, setCut] = useState(false)
  useEffect(() => {
    const texts = [...(box.current?.querySelectorAll('.strip-words') ?? [])]
    setCut(texts.some((text) => text.scrollHeight > text.clientHeight + 1))
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they are what the texts are as long as they are by
  }, [words, size, dismissed, open])
  const act = (choice: StripAct) => {
    if (choice.kind === 'see') {
      attention.pause()
      run.seek(choice.epoch)
      return
    }
    if (choice.kind === 'revive') {
      run.revive()
      return
    }
    if (choice.kind === 'meanwhile') {
      meanwhile(choice.shown)
      return
    }
    if (choice.kind === 'remedy') run.configure(choice.change)
    run.run()
  }
  const shown = strips(run, explain, wait).filter((strip) => !dismissed.has(stripKey(strip)))
  return (
    <div className="strips" ref={box} data-open={open ? '' : undefined} data-cut={cut ? '' : undefined}>
      {shown.map((strip, i) => (
        <div
          key={strip.id}
          className={strip.tone === 'bad' ? 'strip strip-bad' : 'strip'}
          role={strip.tone === 'bad' ? 'alert' : 'note'}
        >
          <Icon name={strip.tone === 'bad' ? 'cross' : 'info'} large />
          <span className="strip-words">
            <b>{strip.lead}</b> <span className="strip-rest">{strip.rest}</span>
          </span>
          <span className="strip-acts">
            {strip.acts.map(({ label, act: choice }, nth) => (
              <button
                key={label}
                type="button"
                className={nth === 0 ? 'btn line' : 'btn'}
                onClick={() => act(choice)}
              >
                {label}
              </button>
            ))}
            {strip.dismissible ? (
              <button
                type="button"
                className="btn"
                onClick={() => setDismissed(new Set([...dismissed, stripKey(strip)]))}
              >
                Dismiss
              </button>
            ) : null}
          </span>
          {i === 0 ? (
            <button
              type="button"
              className="btn strip-more"
              data-several={shown.length > 1 ? '' : undefined}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open ? 'Less' : shown.length > 1 ? `All ${shown.length} notes` : 'More'}
            </button>
          ) : null}
        </div>
      ))}
    </div>
  )
}
