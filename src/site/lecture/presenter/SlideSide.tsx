/** What the presenter puts over the slides: the code for students, the deck, the notes where only one screen is. */
import { useEffect, useState } from 'react'
import type { SlideFacts } from '../deck.ts'
import type { Lecture } from '../state.ts'
import { useStore } from '../useStore.ts'
import { CodeOnWall } from './CodeOnWall.tsx'
import { DeckDialog } from './DeckDialog.tsx'
import type { Choice } from './deckLink.ts'
import type { Presenter } from './host.ts'
import type { Links } from './messages.ts'
import { NotesHere } from './NotesHere.tsx'
import type { Over } from './over.ts'

export function SlideSide(props: {
  over: Over
  presenter: Presenter
  lecture: Lecture
  /** All slides of the lecture. */
  slides: readonly SlideFacts[]
  published: Choice
  deck: Choice
}) {
  const { over, presenter, lecture, slides, published, deck } = props
  const { shown, said } = useStore(over)
  const { figure, theme } = useStore(lecture)
  const slide = slides.find((one) => one.figure === figure)
  const [links, setLinks] = useState<Links | null>(null)
  useEffect(() => {
    if (shown !== 'code') return undefined
    const look = () => setLinks(presenter.links())
    look()
    return lecture.subscribe(look)
  }, [shown, lecture, presenter])
  const sentence =
    said.length > 0 ? (
      <div className="over-said" role="status">
        <p>{said.join(' ')}</p>
        <button type="button" className="btn line" onClick={() => over.say()}>
          Close
        </button>
      </div>
    ) : null
  return (
    <>
      {shown === 'notes' ? null : sentence}
      {shown === 'code' ? (
        <CodeOnWall
          links={links}
          title={slide ? `Figure ${slide.number}: ${slide.title}` : ''}
          onClose={() => over.show(null)}
        />
      ) : null}
      {shown === 'notes' ? (
        <div className="over-dock">
          {sentence}
          <NotesHere address={`${presenter.notesAddress()}&here`} theme={theme} />
        </div>
      ) : null}
      {shown === 'deck' ? (
        <DeckDialog
          slides={slides}
          published={published}
          deck={deck}
          address={location.href.replace(/#.*$/, '')}
          onApply={presenter.setDeck}
          onClose={() => over.show(null)}
        />
      ) : null}
    </>
  )
}
