/** The code for students, over the slide: the same figure in the same state, on their own screens. */
import { useState } from 'react'
import { CodeSquare } from './CodeSquare.tsx'
import type { Links } from './messages.ts'

/** Without what every browser adds by itself. */
const readable = (address: string) => decodeURI(address).replace(/^https?:\/\//, '')

export function CodeOnWall({
  links,
  title,
  onClose,
}: {
  links: Links | null
  /** "Figure 2.4: One network, three starting sizes" */
  title: string
  onClose: () => void
}) {
  const [moment, setMoment] = useState(false)
  const address = (moment && links?.moment) || links?.settings
  return (
    <section className="wall-code" aria-label="This figure on your own screen">
      <h2>This figure on your own screen</h2>
      {address ? (
        <>
          <CodeSquare text={address} />
          <p className="wall-link">{readable(address)}</p>
        </>
      ) : (
        <p>The figure is still loading. Its address comes with it.</p>
      )}
      <p className="wall-acts">
        {title}
        {links?.moment ? (
          <button type="button" className="btn line" aria-pressed={moment} onClick={() => setMoment(!moment)}>
            At this moment of the run
          </button>
        ) : null}
        <button type="button" className="btn line" onClick={onClose}>
          <kbd>Q</kbd> Back to the slide
        </button>
      </p>
    </section>
  )
}
