/**
 * The size of an element in CSS pixels of its own, null on the server and before it is known. Where something around it
 * is enlarged (CSS zoom on a slide) these are larger on the screen: `scale` times.
 */
import { useEffect, useState, type RefObject } from 'react'

export interface Size {
  width: number
  height: number
  scale: number
}

export function useSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const measure = () => {
      const { offsetWidth: width, offsetHeight: height } = element
      if (width === 0 || height === 0) return
      const scale = element.getBoundingClientRect().width / width
      setSize((now) =>
        now?.width === width && now.height === height && Math.abs(now.scale - scale) < 0.02
          ? now
          : { width, height, scale },
      )
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // What is only enlarged keeps its own size.
    addEventListener('resize', measure)
    measure()
    return () => {
      observer.disconnect()
      removeEventListener('resize', measure)
    }
  }, [ref])
  return size
}
