/** The window of who speaks, beside the notes themselves: clock, picture of the slide, what is next, tally, keys. */
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { choiceOf } from '../deck.ts'
import { actOf } from '../keys.ts'
import { isInUse } from '../keysInUse.ts'
import { letGoAfterPointers } from '../letGo.ts'
import { useStore } from '../useStore.ts'
import { Bond } from './Bond.tsx'
import { ClockBar } from './ClockBar.tsx'
import { DeckDialog } from './DeckDialog.tsx'
import { NotesKeys } from './NotesKeys.tsx'
import { OnWall } from './OnWall.tsx'
import type { Remote } from './remote.ts'
import { Tally, tallyTitle } from './Tally.tsx'

export interface NotesFacts {
  slug: string
  /** The way to the root of the site. */
  root: string
  /** "2 Initialization" */
  chapter: string
  minutes: number
  slides: readonly { figure: string; number: string; title: string; key: string; ask?: string }[]
}

/** Where the parts of the page are that this fills. */
export interface Places {
  head: Element
  left: Element
  foot: Element
}

export function PresenterApp({
  facts,
  remote,
  places,
  docked,
}: {
  facts: NotesFacts
  remote: Remote
  places: Places
  /** These notes are over the slides, and can be closed. */
  docked: boolean
}) {
  const { bond, id, open, slides } = useStore(remote)
  const state = slides?.state ?? null
  const [editing, setEditing] = useState(false)
  const published = choiceOf(facts)
  const deck = slides?.deck ?? published
  const [planned, setPlanned] = useState<number | null>(null)
  const factsOf = (figure: string | undefined) => facts.slides.find((slide) => slide.figure === figure)
  const now = factsOf(state?.figure)
  const next = state ? factsOf(deck.figures[state.index + 1]) : undefined
  const screen = slides?.screen

  useLayoutEffect(() => {
    for (const notes of document.querySelectorAll<HTMLElement>('[data-notes]'))
      notes.hidden = state !== null && notes.dataset['notes'] !== state.figure
  }, [state])

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isInUse(event)) return
    const letter = event.key.toLowerCase()
    const what = state ? actOf(event, state) : null
    if (what !== null && typeof what === 'object') remote.send(what)
    else if (event.repeat) return
    else if (docked && (letter === 'w' || what === 'notes' || what === 'notesHere')) remote.close()
    else if (what === 'code' && id !== null) remote.toggleCode()
    else if (what === 'deck' || (letter === 'e' && state === null)) setEditing(true)
    else return
    event.preventDefault()
  })
  // Before the first paint: what can be seen can be asked of.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  useEffect(letGoAfterPointers, [])
  const goTo = useEffectEvent((event: Event) => {
    const cue = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cue]') : null
    if (!cue) return
    remote.send({ type: 'pause' })
    remote.send({ type: 'seekTo', epoch: Number(cue.dataset['cue']) })
  })
  useLayoutEffect(() => {
    const listen = (event: Event) => goTo(event)
    addEventListener('click', listen)
    return () => removeEventListener('click', listen)
  }, [])

  return (
    <>
      {createPortal(
        <>
          <span className="wall-place">
            {state && now ? `Figure ${state.index + 1} of ${state.count}: ${now.title}` : null}
          </span>
          <ClockBar
            planned={planned ?? deck.minutes}
            onPlanned={setPlanned}
            index={state?.index ?? 0}
            count={state?.count ?? facts.slides.length}
          />
          {docked ? (
            <button type="button" className="btn line" onClick={() => remote.close()}>
              Close the notes
            </button>
          ) : null}
        </>,
        places.head,
      )}
      {createPortal(
        <>
          <Bond {...{ bond, open, id }} follow={remote.follow} />
          {slides && state && now ? (
            <>
              <OnWall state={state} slide={now} stale={bond !== 'following'} remote={remote} />
              <div className="wall-pair">
                <section className="wall-next">
                  <h2>Next</h2>
                  <NextCard slide={next} place={`Figure ${state.index + 2} of ${state.count}`} />
                </section>
                <section>
                  <h2>{tallyTitle(state)}</h2>
                  <Tally state={state} />
                </section>
              </div>
            </>
          ) : null}
        </>,
        places.left,
      )}
      {createPortal(
        <>
          {slides && state ? (
            <>
              <NotesKeys state={state} send={remote.send} />
              <button
                type="button"
                className="key"
                aria-pressed={slides.code}
                onClick={() => remote.toggleCode()}
              >
                <kbd>Q</kbd> {slides.code ? 'take the code away' : 'QR code'}
              </button>
            </>
          ) : null}
          <button type="button" className="key" onClick={() => setEditing(true)}>
            <kbd>E</kbd> deck
          </button>
          {screen ? (
            <span className="display">
              Slides {screen.width} × {screen.height}
            </span>
          ) : null}
        </>,
        places.foot,
      )}
      {editing
        ? createPortal(
            <DeckDialog
              slides={facts.slides}
              published={published}
              deck={{ ...deck, minutes: planned ?? deck.minutes }}
              address={new URL('../', location.href.replace(/[?#].*$/, '')).href}
              onApply={(chosen) => {
                setPlanned(null)
                remote.setDeck(chosen)
              }}
              onClose={() => setEditing(false)}
            />,
            document.body,
          )
        : null}
    </>
  )
}

function NextCard({ slide, place }: { slide: NotesFacts['slides'][number] | undefined; place: string }) {
  if (!slide) return <p className="quiet">This is the last figure.</p>
  return (
    <div className="next-card">
      <p className="next-ask">{slide.ask ?? slide.title}</p>
      <p>
        <span>{place}</span> {slide.title}
      </p>
    </div>
  )
}
