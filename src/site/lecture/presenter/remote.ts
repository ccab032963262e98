/** The notes' side: finds the slides, follows them, and passes on what is pressed. Client only; knows no page. */
import type { Command } from '../commands.ts'
import type { LectureState } from '../state.ts'
import { createStore, type Followed } from '../store.ts'
import type { Choice } from './deckLink.ts'
import {
  channelOf,
  hear,
  meetingPlace,
  post,
  readFromSlides,
  type FromNotes,
  type Links,
  type Picture,
} from './messages.ts'

/** In milliseconds: how often notes say that they are there, and after what silence the slides are missed. */
const [every, silence] = [1500, 5000]

export type Bond =
  /** No answer yet. */
  | 'searching'
  | 'following'
  /** It was there, and has said that it goes, or does not answer any more. */
  | 'lost'

export interface RemoteState {
  bond: Bond
  /** The slides that are followed; null while none are chosen. */
  id: string | null
  /** Slides of this chapter that are open, by their id, with the figure that each shows. */
  open: ReadonlyMap<string, string>
  /** What the slides said last; null before the first word. */
  slides: {
    state: LectureState
    deck: Choice
    links: Links | null
    code: boolean
    screen: { width: number; height: number }
  } | null
}

export interface Remote extends Followed<RemoteState> {
  send: (command: Command) => void
  toggleCode: () => void
  /** Takes the notes away from over the slides. */
  close: () => void
  setDeck: (deck: Choice) => void
  /** Follows the slides with this id. */
  follow: (id: string) => void
  /** Receives the pictures of the slide; null wants none. */
  onPicture: (show: ((picture: Picture) => void) | null) => void
}

/**
 * @param book the path of the book's first page.
 * @param wanted the slides that opened these notes, if any did.
 */
export function createRemote(slug: string, book: string, wanted: string | null): Remote {
  const meeting = new BroadcastChannel(meetingPlace(book))
  let channel: BroadcastChannel | null = null
  let heard = performance.now()
  let show: ((picture: Picture) => void) | null = null
  const { getState, subscribe, set } = createStore<RemoteState>({
    bond: 'searching',
    id: null,
    open: new Map(),
    slides: null,
  })

  const say = (message: FromNotes) => {
    if (channel) post(channel, message)
  }
  const join = () => say({ kind: 'join', picture: show !== null })

  function receive(data: unknown): void {
    const message = readFromSlides(data)
    if (!message || message.kind === 'here') return
    heard = performance.now()
    if (message.kind === 'picture') {
      if (show) show(message)
      else for (const bitmap of message.canvases) bitmap.close()
    } else if (message.kind === 'bye') set({ bond: 'lost' })
    else {
      const { kind: _, ...slides } = message
      set({ bond: 'following', slides })
    }
  }

  function follow(id: string): void {
    if (id === getState().id) return
    channel?.close()
    channel = new BroadcastChannel(channelOf(id))
    hear(channel, receive)
    set({ id, bond: 'searching' })
    join()
  }

  hear(meeting, (data) => {
    const message = readFromSlides(data)
    if (message?.kind !== 'here' || message.slug !== slug) return
    const { open } = getState()
    answered.set(message.id, message.figure)
    set({ open: new Map(open).set(message.id, message.figure) })
    if (!open.has(message.id)) followTheOnlySoon()
  })
  let settling: ReturnType<typeof setTimeout> | undefined
  /** The only ones that are open are meant, once all have had the time to answer; of several, who speaks chooses. */
  const followTheOnlySoon = () => {
    clearTimeout(settling)
    settling = setTimeout(() => {
      const { open, id } = getState()
      const [only] = open.keys()
      if (id === null && only !== undefined && open.size === 1) follow(only)
    }, every)
  }
  /** Who has answered since the last search. */
  let answered = new Map<string, string>()
  const search = () => {
    answered = new Map()
    post(meeting, { kind: 'who', slug })
  }

  setInterval(() => {
    join()
    if (getState().bond === 'following' && performance.now() - heard > silence) set({ bond: 'lost' })
    if (getState().bond !== 'following') {
      // Who does not answer any more is not offered; if one is left, it is meant.
      if (answered.size < getState().open.size) {
        set({ open: answered })
        followTheOnlySoon()
      }
      search()
    }
  }, every)
  search()
  if (wanted !== null) follow(wanted)

  return {
    getState,
    subscribe,
    send: (command) => say({ kind: 'command', command }),
    toggleCode: () => say({ kind: 'code' }),
    close: () => say({ kind: 'close' }),
    setDeck: (deck) => say({ kind: 'deck', deck }),
    follow,
    onPicture(to) {
      show = to
      if (to) join()
    },
  }
}
