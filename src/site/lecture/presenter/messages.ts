/**
 * What the slides and the notes windows say to each other. Only windows of this site hear it; all the same each message
 * is read as if anyone had written it, since another edition of the book may be open beside this one. No DOM.
 */
import { plainCommands, type Command } from '../commands.ts'
import type { LectureState } from '../state.ts'
import type { Choice } from './deckLink.ts'

/** A picture of the slide: its HTML, and what its canvases show, in their order. */
export interface Picture {
  html: string
  theme: string
  /** Of the window that it was taken in, in px. */
  width: number
  height: number
  canvases: ImageBitmap[]
}

export interface Links {
  /** The figure with its settings. */
  settings: string
  /** Up to the moment that the slide shows; null at the start. */
  moment: string | null
}

/** From the slides. */
export type FromSlides =
  /** Answers `who`: these slides are open. `figure` is the title of what they show. */
  | { kind: 'here'; id: string; slug: string; figure: string }
  | {
      kind: 'state'
      state: LectureState
      deck: Choice
      links: Links | null
      /** The code for students is on the wall. */
      code: boolean
      screen: { width: number; height: number }
    }
  | ({ kind: 'picture' } & Picture)
  | { kind: 'bye' }

/** From the notes. */
export type FromNotes =
  /** Which slides of this chapter are open? */
  | { kind: 'who'; slug: string }
  /** Said every 1.5 seconds: notes are there. It is answered with the state, and with a picture if they ask for one. */
  | { kind: 'join'; picture: boolean }
  | { kind: 'command'; command: Command }
  /** Show the code for students on the wall, or take it away. */
  | { kind: 'code' }
  /** The notes over the slides go away. */
  | { kind: 'close' }
  | { kind: 'deck'; deck: Choice }

/**
 * Where slides that are open are found.
 * @param book the path of the book's first page: two copies of it on one origin do not meet.
 */
export const meetingPlace = (book: string): string => `lectures:${book}`
/** Of one slides window and its notes, so that two lectures on one computer do not mix. */
export const channelOf = (id: string): string => `lecture:${id}`

/** Says something to all other windows that listen there. */
export function post(channel: BroadcastChannel, message: FromSlides | FromNotes): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel stays within its origin
  channel.postMessage(message)
}

/** Hears what others say there; `listen` gets it unread. */
export const hear = (channel: BroadcastChannel, listen: (data: unknown) => void): void =>
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listen(data))

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

const plain: ReadonlySet<string> = new Set(plainCommands)

function readCommand(value: unknown): Command | null {
  if (!isFields(value) || !isText(value['type'])) return null
  const { type, option, count, index, units, epoch } = value
  if (type === 'hand') return isText(option) ? { type, option, count: count === -1 ? -1 : 1 } : null
  if (type === 'goTo') return isNumber(index) ? { type, index } : null
  if (type === 'seek') return isNumber(units) ? { type, units } : null
  if (type === 'seekTo') return epoch === null || isNumber(epoch) ? { type, epoch } : null
  return plain.has(type) ? ({ type } as Command) : null
}

const readDeck = (value: unknown): Choice | null =>
  isFields(value) && isTexts(value['figures']) && isNumber(value['minutes'])
    ? { figures: value['figures'], minutes: value['minutes'] }
    : null

/** null: not a message of ours. */
export function readFromNotes(data: unknown): FromNotes | null {
  if (!isFields(data)) return null
  const { kind, slug, picture } = data
  if (kind === 'who') return isText(slug) ? { kind, slug } : null
  if (kind === 'code' || kind === 'close') return { kind }
  if (kind === 'join') return { kind, picture: picture === true }
  if (kind === 'command') {
    const command = readCommand(data['command'])
    return command && { kind, command }
  }
  if (kind === 'deck') {
    const deck = readDeck(data['deck'])
    return deck && { kind, deck }
  }
  return null
}

const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

const isOption = (value: unknown): boolean =>
  isFields(value) &&
  isText(value['id']) &&
  isText(value['label']) &&
  (value['note'] === undefined || isText(value['note']))

const isQuestion = (value: unknown): boolean =>
  isFields(value) &&
  isText(value['ask']) &&
  Array.isArray(value['options']) &&
  value['options'].every(isOption)

const isRun = (value: unknown): boolean =>
  isFields(value) &&
  isText(value['status']) &&
  isNumber(value['epoch']) &&
  isText(value['clock']) &&
  isFlag(value['recorded'])

/** Everything that the notes show or compute with is there, and is of its kind. */
const isState = (value: unknown): value is LectureState =>
  isFields(value) &&
  isNumber(value['index']) &&
  isNumber(value['count']) &&
  isText(value['figure']) &&
  (value['view'] === 'question' || value['view'] === 'figure') &&
  isText(value['theme']) &&
  [value['blank'], value['keyShown'], value['locked'], value['slow']].every(isFlag) &&
  isFields(value['hands']) &&
  Object.values(value['hands']).every(isNumber) &&
  isTextOrNull(value['answer']) &&
  isTextOrNull(value['notice']) &&
  (value['question'] === null || isQuestion(value['question'])) &&
  (value['run'] === null || isRun(value['run']))

const readLinks = (value: unknown): Links | null =>
  isFields(value) && isText(value['settings']) && (value['moment'] === null || isText(value['moment']))
    ? { settings: value['settings'], moment: value['moment'] }
    : null

const isBitmap = (value: unknown): value is ImageBitmap =>
  typeof ImageBitmap !== 'undefined' && value instanceof ImageBitmap

/** null: not a message of ours. */
export function readFromSlides(data: unknown): FromSlides | null {
  if (!isFields(data)) return null
  const { kind, id, slug, figure, screen, html, theme, width, height, canvases } = data
  if (kind === 'here') return isText(id) && isText(slug) && isText(figure) ? { kind, id, slug, figure } : null
  if (kind === 'bye') return { kind }
  if (kind === 'state') {
    const { state } = data
    const deck = readDeck(data['deck'])
    if (!isState(state) || !deck || !isFields(screen)) return null
    const { width: wide, height: high } = screen
    return isNumber(wide) && isNumber(high)
      ? {
          kind,
          state,
          deck,
          links: readLinks(data['links']),
          code: data['code'] === true,
          screen: { width: wide, height: high },
        }
      : null
  }
  if (kind === 'picture')
    return isText(html) &&
      isText(theme) &&
      isNumber(width) &&
      isNumber(height) &&
      Array.isArray(canvases) &&
      canvases.every(isBitmap)
      ? { kind, html, theme, width, height, canvases }
      : null
  return null
}
