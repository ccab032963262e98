/** Gives the slides their presenter: notes window, code for students, deck. Loaded after the slides, on their page alone. */
import { createRoot } from 'react-dom/client'
import { choiceOf, type Deck } from '../deck.ts'
import type { PresenterAct } from '../keys.ts'
import type { Lecture } from '../state.ts'
import { servePresenter } from './host.ts'
import { createOver } from './over.ts'
import { SlideSide } from './SlideSide.tsx'

export interface AttachOptions {
  /** As it is shown. */
  deck: Deck
  /** All slides, as the book has them. */
  published: Deck
  lecture: Lecture
  root: string
  /** Sentences about what the address asked for and did not get. */
  notes: readonly string[]
}

const blocked =
  'The browser kept the notes window from opening, so the notes are here. To have them in a window, close them, allow windows for this page, and press W again.'

/** @returns what the presenter's keys do. */
export async function attachPresenter({
  deck,
  published,
  lecture,
  root,
  notes,
}: AttachOptions): Promise<(act: PresenterAct) => void> {
  const over = createOver(notes)
  const toggle = (what: 'code' | 'notes' | 'deck') => over.show(over.getState().shown === what ? null : what)
  const presenter = await servePresenter({
    deck,
    published: choiceOf(published),
    lecture,
    root,
    stage: () => document.querySelector<HTMLElement>('[data-stage]'),
    code: { isShown: () => over.getState().shown === 'code', toggle: () => toggle('code') },
    closeNotes() {
      if (over.getState().shown === 'notes') over.show(null)
    },
  })
  over.subscribe(presenter.tell)
  const place = document.body.appendChild(document.createElement('div'))
  place.dataset['presenterPart'] = ''
  createRoot(place).render(
    <SlideSide
      {...{ over, presenter, lecture }}
      slides={published.slides}
      published={choiceOf(published)}
      deck={choiceOf(deck)}
    />,
  )
  return (act) => {
    if (act !== 'notes') toggle(act === 'notesHere' ? 'notes' : act)
    else if (presenter.open()) over.show(null)
    else {
      over.say(blocked)
      over.show('notes')
    }
  }
}
