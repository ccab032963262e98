/** What is on the wall: in words, and as a picture. */
import { useEffect, useRef } from 'react'
import type { LectureState } from '../state.ts'
import { createMirror } from './mirror.ts'
import type { Remote } from './remote.ts'

/** What is on the wall, in words: the picture cannot be read aloud. */
function nowWords(state: LectureState, { title }: { title: string }): string {
  if (state.blank) return 'The screen is blank.'
  if (state.view === 'question') return `The question of “${title}”${state.locked ? ', locked' : ''}.`
  const { run } = state
  if (!run) return `${title} is loading.`
  const words = { idle: 'ready', loading: 'starting', running: 'running', paused: 'paused', done: 'done' }
  const status = (words as Readonly<Record<string, string>>)[run.status] ?? run.status
  const at = `${run.clock} ${Number(run.epoch.toPrecision(3))}`
  return `${at}, ${status}${run.recorded ? ', from the recording' : ''}.`
}

export function OnWall({
  state,
  slide,
  stale,
  remote,
}: {
  state: LectureState
  slide: { title: string }
  /** The slides do not answer: it is what they showed last. */
  stale: boolean
  remote: Remote
}) {
  const words = nowWords(state, slide)
  return (
    <section className="wall-now" data-stale={stale ? '' : undefined}>
      <div className="wall-title">
        <h2>On screen now</h2>
        <p role="status">{words}</p>
      </div>
      <Mirror remote={remote} words={words} />
    </section>
  )
}

function Mirror({ remote, words }: { remote: Remote; words: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    remote.onPicture(createMirror(frame.current!))
    return () => remote.onPicture(null)
  }, [remote])
  return (
    <div className="mirror">
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- see mirror.ts: canvases need it so, and what acts is taken out */}
      <iframe ref={frame} title={`A picture of the slide: ${words}`} tabIndex={-1} inert />
    </div>
  )
}
