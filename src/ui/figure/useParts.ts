/** Parts of a figure that its menu shows below the control bar. Their code comes when they are asked for. Client only. */
import { useMemo, useState } from 'react'
import type { Part } from './menu/menuItem.ts'

export interface Parts {
  has: (name: string) => boolean
  /**
   * Shows the part that goes by this name, or hides it; while its code is on the way, lets it be.
   * @param load imports it: anew each time it is to be shown, so that who asks again tries again.
   * @param sorry one sentence for when it cannot be loaded, with what to do.
   */
  toggle: (name: string, load: () => Promise<Part>, sorry: string) => void
}

export function useParts(): Parts & {
  /** In the order in which they were asked for. */
  shown: readonly (readonly [name: string, part: Part])[]
  trouble: string | null
  hide: (name: string) => void
} {
  const [shown, setShown] = useState<ReadonlyMap<string, Part>>(new Map())
  const [trouble, setTrouble] = useState<string | null>(null)
  const [coming] = useState(() => new Map<string, Promise<Part>>())
  return useMemo(() => {
    const without = (parts: ReadonlyMap<string, Part>, name: string) =>
      new Map([...parts].filter(([other]) => other !== name))
    const hide = (name: string) => setShown((parts) => without(parts, name))
    return {
      shown: [...shown],
      trouble,
      hide,
      has: (name) => shown.has(name),
      toggle(name, load, sorry) {
        setTrouble(null)
        if (coming.delete(name)) return
        if (shown.has(name)) return hide(name)
        const part = load()
        coming.set(name, part)
        /** Unless who asked for it has taken that back. */
        const end = (work: () => void) => coming.get(name) === part && coming.delete(name) && work()
        part.then(
          (loaded) => end(() => setShown((parts) => new Map([...without(parts, name), [name, loaded]]))),
          () => end(() => setTrouble(sorry)),
        )
      },
    }
  }, [shown, trouble, coming])
}
