/** Whose a key is: the lecture's, or that of what it is pressed on. Client only. */

/** Elements that use keys themselves. A dialog that was closed keeps the focus until the next frame, and uses none. */
const own = 'input, select, textarea, [contenteditable], dialog[open]'

/** The browser or an element uses this key: it is no key of the lecture. */
export function isInUse({ target, key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true
  if (!(target instanceof Element)) return false
  // A button that has the focus is pressed by these.
  return (
    target.closest(own) !== null || ((key === ' ' || key === 'Enter') && target.closest('button, a') !== null)
  )
}
