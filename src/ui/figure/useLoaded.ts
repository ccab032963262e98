/** A part of a figure that is shown when the reader asks for it; its code comes then. Client only. */
import { useState } from 'react'

/**
 * @param load imports the part: anew each time it is to be shown, so that who presses again tries again.
 * @param sorry one sentence for when it cannot be loaded, with what to do.
 */
export function useLoaded<Part>(load: () => Promise<Part>, sorry: string) {
  const [part, setPart] = useState<Part | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const toggle = () => {
    setTrouble(null)
    if (part) setPart(null)
    else load().then(setPart, () => setTrouble(sorry))
  }
  /** `part` is null while it is not shown. */
  return { part, trouble, toggle }
}
