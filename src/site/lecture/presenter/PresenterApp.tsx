/** The window of who speaks, beside the notes themselves: clock, picture of the slide, what is next, tally, keys. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Command } from '../commands.ts'
import { choiceOf } from '../deck.ts'
import { actOf } from '../keys.ts'
import { isInUse } from '../keysInUse.ts'
import { letGoAfterPointers } from '../letGo.ts'
import type { LectureState } from '../state.ts'
import { useStore } from '../useStore.ts'
import { ClockBar } from './ClockBar.tsx'
import { DeckDialog } from './DeckDialog.tsx'
import { createMirror } from './mirror.ts'
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

  useEffect(() => {
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
  useEffect(() => {
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
  useEffect(() => {
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
              <section className="wall-now" data-stale={bond === 'following' ? undefined : ''}>
                <div className="wall-title">
                  <h2>On screen now</h2>
                  <p role="status">{nowWords(state, now)}</p>
                </div>
                <Mirror remote={remote} words={nowWords(state, now)} />
              </section>
              <div className="wall-pair">
                <section className="wall-next">
                  <h2>Next</h2>
                  <NextCard slide={next} place={`Figure ${state.index + 2} of ${state.count}`} />
                </section>
                <section>
                  <h2>{tallyTitle(state)}</h2>
                  <Tally {...state} />
                </section>
              </div>
            </>
          ) : null}
        </>,
        places.left,
      )}
      {createPortal(
        <>
          {state
            ? keysOf(state).map(({ key, words, name, command }) => (
                <button
                  key={key}
                  type="button"
                  className="key"
                  aria-label={name}
                  onClick={() => remote.send(command)}
                >
                  <kbd>{key}</kbd> {words}
                </button>
              ))
            : null}
          {state ? (
            <button
              type="button"
              className="key"
              aria-pressed={slides?.code ?? false}
              onClick={() => remote.toggleCode()}
            >
              <kbd>Q</kbd> {slides?.code ? 'take the code away' : 'QR code'}
            </button>
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

interface KeyHint {
  key: string
  words: string
  /** What the button is called where its words are not enough. */
  name?: string
  command: Command
}

const keysOf = (state: LectureState): KeyHint[] => [
  {
    key: 'Space',
    words: state.view === 'question' ? 'lock and run' : 'run or pause',
    command: { type: 'toggle' },
  },
  { key: '←', words: '', name: 'Back one measurement', command: { type: 'seek', units: -1 } },
  { key: '→', words: state.run?.clock ?? 'epoch', command: { type: 'seek', units: 1 } },
  { key: 'N', words: 'next figure', command: { type: 'nextFigure' } },
  { key: 'B', words: 'blank', command: { type: 'blank' } },
  { key: 'K', words: 'key line', command: { type: 'key' } },
  { key: 'D', words: 'room', command: { type: 'theme' } },
]

/** Says in a sentence how these notes and the slides stand, unless all is well. */
function Bond({
  bond,
  open,
  id,
  follow,
}: {
  bond: string
  open: ReadonlyMap<string, string>
  id: string | null
  follow: (id: string) => void
}) {
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

function Mirror({ remote, words }: { remote: Remote; words: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    remote.onPicture(createMirror(frame.current!))
    return () => remote.onPicture(null)
  }, [remote])
  return (
    <div className="mirror">
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- see mirror.ts: canvases need it so, and what acts is taken out */}
      <iframe
        ref={frame}
        title={`A picture of the slide: ${words}`}

        tabIndex={-1}
        inert
      />
    </div>
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
