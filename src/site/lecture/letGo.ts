/** A button pressed with a pointer gives the focus back, so that the next Space is the lecture's own. Client only. */

/** One pressed with a key keeps it, and so does one of a dialog, which uses keys itself. */
function letGo({ detail, target }: MouseEvent): void {
  // Keys click without a count.
  if (detail === 0 || !(target instanceof Element)) return
  const button = target.closest('button')
  if (button && !button.closest('dialog')) button.blur()
}

/** @returns how to stop. */
export function letGoAfterPointers(): () => void {
  addEventListener('click', letGo)
  return () => removeEventListener('click', letGo)
}
