/** Says in a sentence how these notes and the slides stand, unless all is well. */
import type { RemoteState } from './remote.ts'

export function Bond({
  bond,
  open,
  id,
  follow,
}: Pick<RemoteState, 'bond' | 'open' | 'id'> & { follow: (id: string) => void }) {
  if (bond === 'following') return null
  const others = [...open].filter(([one]) => one !== id)
  return (
    <div className="bond" role="status">
      <p>
        {bond === 'lost'
          ? 'The slides do not answer: their window was closed, or is loading. These notes follow again as soon as they do.'
          : others.length > 1
            ? 'Slides of this lecture are open in more than one window. Which do you show?'
            : 'These notes follow the slides of this lecture, and none answer yet. Open the slides in a window of this browser.'}
      </p>
      <p className="bond-acts">
        {bond === 'lost' || others.length > 1
          ? others.map(([one, figure]) => (
              <button key={one} type="button" className="btn line" onClick={() => follow(one)}>
                Follow the slides that show “{figure}”
              </button>
            ))
          : null}
        <a className="btn line" href="../" target="_blank" rel="opener">
          Open the slides
        </a>
      </p>
    </div>
  )
}
