/** Parts of a figure that its menu shows below the control bar. Their code comes when they are asked for. Client only. */
import { useMemo, useState } from 'react'
import type { Part } from './menu/menuItem.ts'

export interface Parts {
  /** Whether it is shown, or was asked for and is on its way. */
  has: (name: string) => boolean
  /**
   * Shows the part that goes by this name, or hides it; while its code is on the way, lets it be.
   * @param load imports it: anew each time it is to be shown, so that who asks again tries again.
   * @param sorry one sentence for when it cannot be loaded, with what to do.
   */
  toggle: (name: string, load: () => Promise<Part>, sorry: string) => void
}

export function useParts(): Parts & {
  /** In the order in which they were asked for; while the code of a part is on its way, nothing stands in its place. */
  shown: readonly (readonly [name: string, part: Part])[]
  trouble: string | null
  hide: (name: string) => void
} {
  const [shown, setShown] = useState<ReadonlyMap<string, Part>>(new Map())
  const [trouble, setTrouble] = useState<string | null>(null)
  return useMemo(() => {
    const hide = (name: string) =>
      setShown((parts) => new Map([...parts].filter(([other]) => other !== name)))
    return {
      shown: [...shown],
      trouble,
      hide,
      has: (name) => shown.has(name),
      toggle(name, load, sorry) {
        setTrouble(null)
        if (shown.has(name)) return hide(name)
        setShown((parts) => new Map(parts).set(name, () => null))
        load().then(
          // Unless it was called back.
          (part) => setShown((parts) => (parts.has(name) ? new Map(parts).set(name, part) : parts)),
          () => {
            hide(name)
            setTrouble(sorry)
          },
        )
      },
    }
  }, [shown, trouble])
}
