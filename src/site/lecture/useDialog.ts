/**
 * A modal dialog that goes in the moment in which it is closed, and gives the focus back. The browser tells of it a frame
 * later: a key pressed in between, the one that opens it again say, would be lost. Client only.
 */
import { useLayoutEffect, useRef, type RefObject } from 'react'

interface DialogProps {
  ref: RefObject<HTMLDialogElement | null>
  onCancel: () => void
  onClose: () => void
}

/** @param onClose takes the dialog out of the page. */
export function useDialog(onClose: () => void): { dialog: DialogProps; leave: () => void } {
  const ref = useRef<HTMLDialogElement>(null)
  const left = useRef(false)
  useLayoutEffect(() => ref.current?.showModal(), [])
  const leave = () => {
    if (left.current) return
    left.current = true
    ref.current?.close()
    onClose()
  }
  // Some browsers close a dialog without asking.
  return { dialog: { ref, onCancel: leave, onClose: leave }, leave }
}
