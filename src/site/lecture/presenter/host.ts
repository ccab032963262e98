/**
 * The slides' side of the presenter window: opens it, tells it what is shown, sends it pictures of the slide, and does
 * what is pressed there. The notes train nothing. Client only.
 */
import { choiceOf, type Deck } from '../deck.ts'
import type { Lecture } from '../state.ts'
import { recall, remember } from '../windowMemory.ts'
import { linkToDeck, type Choice } from './deckLink.ts'
import { shortLink } from './figureLink.ts'
import {
  channelOf,
  hear,
  meetingPlace,
  post,
  readFromNotes,
  type FromSlides,
  type Links,
} from './messages.ts'
import { takePicture } from './picture.ts'

/** Between two pictures, in milliseconds: five a second. */
const pictureEvery = 200
/** Notes that have not said that they are there for so long are gone. */
const lease = 6000

export interface HostOptions {
  deck: Deck
  /** The deck as it is in the book. */
  published: Choice
  lecture: Lecture
  /** The way to the root of the site. */
  root: string
  /** What is copied to the notes: the whole slide. */
  stage: () => HTMLElement | null
  /** The code for students: whether it is on the wall, and how to change that. */
  code: { isShown: () => boolean; toggle: () => void }
  /** The notes that are over the slides, if any are, are closed. */
  closeNotes: () => void
}

export interface Presenter {
  /** Opens the notes window, or brings it to the front; false where the browser does not let it open. */
  open: () => boolean
  /** Where the notes of these slides are: for a frame, or to be opened by hand. */
  notesAddress: () => string
  /** Addresses of the figure on its chapter page; null while it has not loaded. */
  links: () => Links | null
  /** Something that the notes show has changed, besides the lecture. */
  tell: () => void
  /** Shows the slides in this order; they are loaded again. */
  setDeck: (deck: Choice) => void
}

/** ms in which a name becomes free of the page that was here before a reload. */
const patience = 1000

/** Holds a name as long as the page lives; false: another window has it. */
const take = (id: string): Promise<boolean> => {
  // Over plain http there are no locks; a copied tab is then taken for this one.
  if (!isSecureContext) return Promise.resolve(true)
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience)
    navigator.locks
      .request(channelOf(id), { signal }, () => {
        resolve(true)
        return new Promise<void>(() => {})
      })
      .catch((error: unknown) => (signal.aborted ? resolve(false) : reject(error)))
  })
}

const nameKey = 'lecture-window'

/**
 * A name for this window that it keeps when it is loaded again, and that no other window has: a copy of a tab has a
 * copy of its storage, but finds the name taken. Where storage is forbidden, notes have to find the slides anew.
 */
async function windowName(): Promise<string> {
  const earlier = recall(nameKey)
  if (earlier && (await take(earlier))) return earlier
  const id = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)
  await take(id)
  remember(nameKey, id, 'The name of this window')
  return id
}

export async function servePresenter(options: HostOptions): Promise<Presenter> {
  const { deck, published, lecture, root, stage, code, closeNotes } = options
  const id = await windowName()
  const channel = new BroadcastChannel(channelOf(id))
  const meeting = new BroadcastChannel(meetingPlace(new URL(root, location.href).pathname))
  const notes = new URL(`${root}${deck.chapter}lecture/notes/`, location.href)
  notes.searchParams.set('with', id)
  let heard = -Infinity
  const isHeard = () => performance.now() - heard < lease

  const links = (): Links | null => {
    const { figure } = lecture.getState()
    const widget = deck.slides.find((slide) => slide.figure === figure)?.widget
    const page = new URL(root + deck.chapter, location.href).href
    const [settings, moment] = [lecture.link('settings', page), lecture.link('moment', page)]
    if (!widget || settings === null) return null
    return { settings: shortLink(settings, widget), moment: moment && shortLink(moment, widget) }
  }
  const say = (message: FromSlides) => post(channel, message)
  const tellState = () =>
    say({
      kind: 'state',
      state: lecture.getState(),
      deck: choiceOf(deck),
      links: links(),
      code: code.isShown(),
      screen: { width: innerWidth, height: innerHeight },
    })
  const setDeck = (chosen: Choice) => {
    const { figure } = lecture.getState()
    const address = new URL(linkToDeck(location.href, chosen, published))
    if (!chosen.figures.includes(figure)) address.hash = ''
    if (address.href === location.href) return
    history.replaceState(history.state, '', address)
    location.reload()
  }

  let drawing = false
  let changed = false
  /** Sends a picture, now or as soon as it is time for the next. */
  const draw = () => {
    const shown = stage()
    if (!isHeard() || !shown) return
    changed = drawing
    if (drawing) return
    drawing = true
    takePicture(shown)
      .then((picture) => {
        say({ kind: 'picture', ...picture })
        for (const bitmap of picture.canvases) bitmap.close()
      })
      .catch((error: unknown) => console.warn('The slide could not be copied to the notes:', error))
      .finally(() =>
        setTimeout(() => {
          drawing = false
          if (changed) draw()
        }, pictureEvery),
      )
  }
  const watch = new MutationObserver(draw)
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  // Canvases change without the document: while it trains, pictures go on.
  lecture.subscribe(() => {
    if (!isHeard()) return
    tellState()
    draw()
  })
  addEventListener('resize', () => {
    if (isHeard()) tellState()
  })

  hear(channel, (data) => {
    const message = readFromNotes(data)
    if (!message) return
    heard = performance.now()
    if (message.kind === 'join') {
      tellState()
      if (message.picture) draw()
    } else if (message.kind === 'command') {
      lecture.dispatch(message.command)
      // Where the epoch line went to, the store need not have said.
      draw()
    } else if (message.kind === 'code') {
      code.toggle()
      tellState()
    } else if (message.kind === 'close') closeNotes()
    else if (message.kind === 'deck') setDeck(message.deck)
  })
  hear(meeting, (data) => {
    const message = readFromNotes(data)
    if (message?.kind !== 'who' || message.slug !== deck.slug) return
    const { index } = lecture.getState()
    post(meeting, { kind: 'here', id, slug: deck.slug, figure: deck.slides[index]?.title ?? '' })
  })
  addEventListener('pagehide', () => say({ kind: 'bye' }))

  return {
    open() {
      const opened = window.open(notes, `notes-${id}`, 'popup,width=1280,height=740')
      opened?.focus()
      return opened !== null
    },
    notesAddress: () => notes.href,
    links,
    tell: tellState,
    setDeck,
  }
}
