/** Hints fade after 6 seconds and return with the mouse, a touch or a key that means nothing. Client only. */
import { useCallback, useEffect, useRef, useState } from 'react'

const seconds = 6

export function useHints(): { awake: boolean; wake: () => void } {
  const [awake, setAwake] = useState(true)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wake = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAwake(false), 1000 * seconds)
    setAwake(true)
  }, [])
  useEffect(() => {
    timer.current = setTimeout(() => setAwake(false), 1000 * seconds)
    addEventListener('pointermove', wake)
    addEventListener('pointerdown', wake)
    return () => {
      clearTimeout(timer.current)
      removeEventListener('pointermove', wake)
      removeEventListener('pointerdown', wake)
    }
  }, [wake])
  return { awake, wake }
}
