/** Which slides have their figure: the one that is shown, the one before it, and the next once nothing trains. Client only. */
import { useEffect, useState } from 'react'
import type { LectureState } from './state.ts'

/** Milliseconds for which nothing was to do. */
const calm = 400

export function useAlive({ index, count, run }: LectureState): readonly number[] {
  const [alive, setAlive] = useState<readonly number[]>([index])
  const idle = run !== null && run.status !== 'running' && run.status !== 'loading'
  // What is further away than one slide is let go of.
  const near = alive.filter((one) => Math.abs(one - index) <= 1)
  const now = near.includes(index) ? near : [...near, index]
  if (now.length !== alive.length || !alive.includes(index)) setAlive(now)
  const warm = now.includes(index + 1) || index + 1 >= count
  useEffect(() => {
    if (warm || !idle) return undefined
    const timer = setTimeout(() => setAlive((before) => [...before, index + 1]), calm)
    return () => clearTimeout(timer)
  }, [warm, idle, index])
  return now
}
