/** A part of a figure that is shown when the reader asks for it; its code comes then. Client only. */
import { useRef, useState } from 'react'

/**
 * @param load imports the part: anew each time it is to be shown, so that who presses again tries again.
 * @param sorry one sentence for when it cannot be loaded, with what to do.
 */
export function useLoaded<Part>(load: () => Promise<Part>, sorry: string) {
  const [part, setPart] = useState<Part | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  // What was asked for last, which may be on its way: a second press means it, and calls it back.
  const asked = useRef(false)
  const toggle = () => {
    setTrouble(null)
    asked.current = !asked.current
    if (!asked.current) return setPart(null)
    load().then(
      (arrived) => asked.current && setPart(arrived),
      () => {
        if (!asked.current) return
        asked.current = false
        setTrouble(sorry)
      },
    )
  }
  /** `part` is null while it is not shown. */
  return { part, trouble, toggle }
}
