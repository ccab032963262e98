/** Parts of a figure that its menu shows below the control bar. Their code comes when they are asked for. Client only. */
import { useMemo, useRef, useState } from 'react'
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
  // What was asked for last, which may not be drawn yet: a second press means it, and not what stands on the page.
  const asked = useRef(shown)
  const [trouble, setTrouble] = useState<string | null>(null)
  return useMemo(() => {
    const show = (parts: ReadonlyMap<string, Part>) => {
      asked.current = parts
      setShown(parts)
    }
    const put = (name: string, part: Part) => show(new Map(asked.current).set(name, part))
    const hide = (name: string) => show(new Map([...asked.current].filter(([other]) => other !== name)))
    return {
      shown: [...shown],
      trouble,
      hide,
      has: (name) => shown.has(name),
      toggle(name, load, sorry) {
        setTrouble(null)
        if (asked.current.has(name)) return hide(name)
        put(name, () => null)
        load().then(
          // Unless it was called back.
          (part) => asked.current.has(name) && put(name, part),
          () => {
            if (!asked.current.has(name)) return
            hide(name)
            setTrouble(sorry)
          },
        )
      },
    }
  }, [shown, trouble])
}
