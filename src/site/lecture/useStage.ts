/** The slide is laid out on a small stage, 576 by 324 or higher or wider, and enlarged to fill the window. Client only. */
import { useLayoutEffect, type RefObject } from 'react'

/** At 1080 lines one of these is 3.33 px: 12 px of a figure's ticks are 40. */
const [least, lines] = [576, 324] as const

export function useStage(stage: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const fit = () => {
      const element = stage.current
      if (!element) return
      const zoom = Math.min(innerWidth / least, innerHeight / lines)
      for (const [name, value] of [
        ['zoom', String(zoom)],
        ['width', `${innerWidth / zoom}px`],
        ['height', `${innerHeight / zoom}px`],
      ] as const)
        element.style.setProperty(name, value)
    }
    fit()
    addEventListener('resize', fit)
    return () => removeEventListener('resize', fit)
  }, [stage])
}
