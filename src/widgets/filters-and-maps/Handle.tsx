/** Lies over a picture: a press chooses what is under it, arrow keys go on from there. */
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'

const ways: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

interface HandleProps {
  label: string
  /** Where it stands, counted from 0, the last place there is, and the words for it. */
  at: number
  last: number
  words: string
  /** @param x @param y in CSS pixels of the picture, which is `width` by `height`. */
  onPress: (x: number, y: number, width: number, height: number) => void
  onMove: (rows: number, columns: number) => void
  children: ReactNode
}

export function Handle({ label, at, last, words, onPress, onMove, children }: HandleProps) {
  const box = useRef<HTMLDivElement>(null)
  const press = (event: MouseEvent<HTMLDivElement>) => {
    const element = box.current
    if (!element) return
    const { left, top, width, height } = element.getBoundingClientRect()
    // On a slide the picture is enlarged: back to pixels of its own.
    const [wide, tall] = [element.offsetWidth, element.offsetHeight]
    onPress(((event.clientX - left) / width) * wide, ((event.clientY - top) / height) * tall, wide, tall)
  }
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const way = ways[event.key]
    if (!way) return
    // The figure's own arrow keys move the epoch line.
    event.preventDefault()
    event.stopPropagation()
    onMove(...way)
  }
  return (
    <div ref={box} style={{ position: 'relative', height: '100%' }}>
      {children}
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={last + 1}
        aria-valuenow={at + 1}
        aria-valuetext={words}
        style={{ position: 'absolute', inset: 0, cursor: 'pointer', touchAction: 'manipulation' }}
        onClick={press}
        onKeyDown={key}
      />
    </div>
  )
}
