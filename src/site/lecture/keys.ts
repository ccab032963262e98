/** What keys and clickers mean in a lecture. No DOM. */
import type { Command } from './commands.ts'
import type { LectureState } from './state.ts'

/** What the presenter does: opens the notes, in a window or here, shows the code for students, edits the deck. */
export const presenterActs = ['notes', 'notesHere', 'code', 'deck'] as const
export type PresenterAct = (typeof presenterActs)[number]

/** What is done by the window in which it is pressed, and is no part of the lecture. */
export type WindowAct = 'fullscreen' | 'keys' | PresenterAct

export interface Pressed {
  key: string
  /** The key's place on the keyboard: letters are found where another script is typed. */
  code: string
  shiftKey: boolean
  repeat: boolean
}

/** Letters of the options, in their order. */
export const optionLetter = (index: number) => String.fromCharCode(65 + index)

const letterOf = ({ key, code }: Pressed): string => {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  return /^[\x20-\x7e]$/.test(key) ? '' : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '')
}

/** In the question view letters of options come first. */
function handOf(pressed: Pressed, { view, question }: LectureState): Command | null {
  if (view !== 'question') return null
  const index = letterOf(pressed).charCodeAt(0) - 97
  const option = question?.options[index]
  return option ? { type: 'hand', option: option.id, count: pressed.shiftKey ? -1 : 1 } : null
}

/** null: a key that means nothing here. */
export function actOf(pressed: Pressed, state: LectureState): Command | WindowAct | null {
  const { key, shiftKey, repeat } = pressed
  // Held down, only the epoch line goes on.
  if (repeat && !/^Arrow(Left|Right)$/.test(key)) return null
  // Whatever wakes the screen does nothing else.
  if (state.blank) return { type: 'blank' }
  const hand = handOf(pressed, state)
  if (hand) return hand
  const asking = state.view === 'question'
  switch (key) {
    case ' ':
      return { type: 'toggle' }
    case 'PageDown':
      return { type: 'next' }
    case 'PageUp':
      return { type: 'back' }
    case 'Home':
      return { type: 'first' }
    case 'End':
      return { type: 'last' }
    case 'ArrowLeft':
      return asking ? null : { type: 'seek', units: shiftKey ? -10 : -1 }
    case 'ArrowRight':
      return asking ? null : { type: 'seek', units: shiftKey ? 10 : 1 }
    case 'Backspace':
      return asking ? null : { type: 'reset' }
    case '.':
      return { type: 'blank' }
    case '?':
      return 'keys'
    default:
  }
  switch (letterOf(pressed)) {
    case 'n':
      return { type: shiftKey ? 'backFigure' : 'nextFigure' }
    case 'p':
      return state.question ? { type: 'predict' } : null
    case 's':
      // Also before the question is there: then it is not asked.
      return { type: 'skip' }
    case 'b':
      return { type: 'blank' }
    case 'd':
      return { type: 'theme' }
    case 'k':
      return { type: 'key' }
    case 'r':
      return asking ? null : { type: 'recording' }
    case 'f':
      return 'fullscreen'
    case 'w':
      return shiftKey ? 'notesHere' : 'notes'
    case 'q':
      return 'code'
    case 'e':
      return 'deck'
    default:
      return null
  }
}
