/** The notes in the slides' own window. They wear the theme of the room, and are not seen in another before that. */
import { useEffect, useRef, useState } from 'react'
import type { ProjectorTheme } from '../state.ts'

export function NotesHere({ address, theme }: { address: string; theme: ProjectorTheme }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    // Who followed a link of the notes to another site has a page there that is not ours.
    const page = loaded ? frame.current?.contentDocument?.documentElement : null
    if (page) page.dataset['theme'] = theme
  }, [loaded, theme])
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of this book
    <iframe
      ref={frame}
      className="over-notes"
      data-loaded={loaded ? '' : undefined}
      title="Notes"
      src={address}
      onLoad={() => setLoaded(true)}
    />
  )
}
