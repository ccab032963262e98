/** The keys of the slides as buttons, at the foot of the notes. */
import type { Command } from '../commands.ts'
import type { LectureState } from '../state.ts'

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

export const NotesKeys = ({ state, send }: { state: LectureState; send: (command: Command) => void }) =>
  keysOf(state).map(({ key, words, name, command }) => (
    <button key={key} type="button" className="key" aria-label={name} onClick={() => send(command)}>
      <kbd>{key}</kbd> {words}
    </button>
  ))
