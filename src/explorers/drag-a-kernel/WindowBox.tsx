/** The image with the window on it: dragged by mouse and touch, moved by arrow keys, and by a press anywhere else. */
import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { PixelGrid } from './PixelGrid.tsx'
import { cornerOf, kernelSize, mapSize, size, type Place } from './slide.ts'
import { placeWords, windowWords } from './wording.ts'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

const percent = (share: number) => `${(100 * share).toFixed(3)}%`

export interface WindowBoxProps {
  image: readonly number[]
  stride: number
  place: Place
  onMove: (place: Place) => void
  label: string
}

export function WindowBox({ image, stride, place, onMove, label }: WindowBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  /** From the pointer to the window's corner in pixels of the image, so that it does not jump when it is taken. */
  const held = useRef<Place | null>(null)
  const side = mapSize(stride)
  const corner = cornerOf(place, stride)
  const within = (at: number) => Math.max(0, Math.min(side - 1, Math.round(at)))
  const moveTo = (row: number, column: number) => {
    const next = { row: within(row), column: within(column) }
    if (next.row !== place.row || next.column !== place.column) onMove(next)
  }
  /** The pointer's place in pixels of the image, also where the page is enlarged. */
  const pointed = (event: MouseEvent): Place => {
    const { left, top, width, height } = box.current!.getBoundingClientRect()
    return {
      row: ((event.clientY - top) / height) * size,
      column: ((event.clientX - left) / width) * size,
    }
  }
  /** The window with its middle below the pointer. */
  const jump = (event: MouseEvent) => {
    const at = pointed(event)
    moveTo((at.row - kernelSize / 2) / stride, (at.column - kernelSize / 2) / stride)
  }
  const take = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = pointed(event)
    held.current = { row: corner.row - at.row, column: corner.column - at.column }
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!held.current) return
    const at = pointed(event)
    moveTo((at.row + held.current.row) / stride, (at.column + held.current.column) / stride)
  }
  const letGo = () => {
    held.current = null
  }
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = steps[event.key]
    if (step) moveTo(place.row + step[0], place.column + step[1])
    else if (event.key === 'Home') moveTo(place.row, 0)
    else if (event.key === 'End') moveTo(place.row, side - 1)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the window inside has the keys
    <div
      className="image-box"
      ref={box}
      onClick={(event) => {
        // A finger that scrolls the page does not click.
        if (!(event.target instanceof Element && event.target.closest('.window'))) jump(event)
      }}
    >
      <PixelGrid side={size} label={label} cells={image.map((ink) => ({ look: 'ink', share: ink }))} />
      <div
        className="window"
        role="slider"
        tabIndex={0}
        aria-label="Window"
        aria-valuemin={1}
        aria-valuemax={side * side}
        aria-valuenow={place.row * side + place.column + 1}
        aria-valuetext={`${placeWords(place)} of the map: ${windowWords(place, stride)}`}
        style={{
          left: percent(corner.column / size),
          top: percent(corner.row / size),
          width: percent(kernelSize / size),
        }}
        onPointerDown={take}
        onPointerMove={move}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={key}
      />
    </div>
  )
}
