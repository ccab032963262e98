/** Numbers that glide to new values when told to, and otherwise follow at once. */
import { useEffect, useState } from 'react'
import { lessMotion } from '../../ui/figure/motion.ts'
import { between } from './picture.ts'

/** ms from one picture to the next. */
const duration = 180

/**
 * Returns the numbers to draw and a function to call just before `target` jumps: what is drawn then is where the
 * glide begins. With reduced motion nothing glides.
 */
export function useGlide(target: readonly number[]): [numbers: readonly number[], depart: () => void] {
  const [from, setFrom] = useState<readonly number[] | null>(null)
  const [share, setShare] = useState(1)
  useEffect(() => {
    if (!from) return undefined
    let start: number | null = null
    let frame = requestAnimationFrame(function step(now) {
      start ??= now
      const next = Math.min(1, (now - start) / duration)
      setShare(next)
      if (next < 1) frame = requestAnimationFrame(step)
      else setFrom(null)
    })
    return () => cancelAnimationFrame(frame)
  }, [from])
  const numbers = from ? between(from, target, 1 - (1 - share) ** 3) : target
  const depart = () => {
    if (lessMotion()) return
    setFrom(numbers)
    setShare(0)
  }
  return [numbers, depart]
}
