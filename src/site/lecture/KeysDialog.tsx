/** Every key of the lecture, and the way back to the chapter. */
import { useLayoutEffect, useRef } from 'react'
import { useDialog } from './useDialog.ts'

const keys: readonly (readonly [string, string])[] = [
  ['Space', 'Run or pause; lock the predictions and run'],
  ['Page Down, Page Up', 'Next and previous stop: question, run, next figure (a clicker)'],
  ['← →', 'One measurement back or on; with Shift ten'],
  ['N, Shift+N', 'Next and previous figure'],
  ['P', 'Question or figure'],
  ['A B C', 'Add a hand; with Shift take one away'],
  ['S', 'Skip the question'],
  ['K', 'Show or hide the key line'],
  ['Backspace', 'Back to the start of the run'],
  ['R', 'Play the recording'],
  ['B or .', 'Blank screen'],
  ['D', 'Light or dark room'],
  ['F', 'Full screen'],
  ['W, Shift+W', 'Notes in a window of their own, or here'],
  ['Q', 'QR code: this figure on the screens of the room'],
  ['E', 'Edit the deck: figures, order, minutes'],
  ['Home, End', 'First and last figure'],
]

export function KeysDialog({
  chapter,
  onClose,
}: {
  chapter: { title: string; href: string }
  onClose: () => void
}) {
  const { dialog, leave } = useDialog(onClose)
  const close = useRef<HTMLButtonElement>(null)
  // Not the link: who presses Enter or Space next would leave the lecture.
  useLayoutEffect(() => close.current?.focus(), [])
  return (
    <dialog {...dialog} className="slide-keys" aria-labelledby="slide-keys-title">
      <h2 id="slide-keys-title">Keys</h2>
      <dl>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="slide-keys-acts">
        <a href={chapter.href}>Back to {chapter.title}</a>
        <button type="button" ref={close} onClick={leave}>
          Close
        </button>
      </p>
    </dialog>
  )
}
