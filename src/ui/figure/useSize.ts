/** The size of an element in CSS pixels, null on the server and before it is known. */
import { useEffect, useState, type RefObject } from 'react'

export interface Size {
  width: number
  height: number
}

export function useSize(ref: RefObject<Element | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const measure = () => {
      const { width, height } = element.getBoundingClientRect()
      const next = { width: Math.round(width), height: Math.round(height) }
      if (next.width > 0 && next.height > 0)
        setSize((now) => (now?.width === next.width && now.height === next.height ? now : next))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [ref])
  return size
}
