/** A point that the reader moves: by mouse, by touch, with the arrow keys. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Domain } from '../plot/ticks.ts'
import { decimals, pair } from './number.ts'
import { snapped, type Frame, type Vector } from './geometry.ts'

/** Shift with an arrow key moves this many steps. */
const large = 10
const arrows: Readonly<Record<string, Vector>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

export interface GripProps {
  /** What a screen reader calls it; unique in its plot. */
  name: string
  /** Stands beside the point: a letter or two. */
  sign?: string
  at: Vector
  /** How far it can be moved. A domain of no length keeps it on a line. */
  x: Domain
  y: Domain
  step: number
  onMove: (point: Vector) => void
  frame: Frame
}

/** Rounded, so that the server and the browser write the same. */
const percent = (share: number) => `${(100 * share).toFixed(3)}%`

const isFixed = ([low, high]: Domain) => low === high

export function Grip({ name, sign, at, x, y, step, onMove, frame }: GripProps) {
  /** From the pointer to the middle of the point, so that it does not jump when it is taken. */
  const held = useRef<Vector | null>(null)
  const [left, top] = frame.pixel(at)
  const axis = isFixed(x) ? 1 : 0
  const line = isFixed(x) || isFixed(y)
  const moveTo = ([a, b]: Vector) =>
    onMove([isFixed(x) ? x[0] : snapped(a, x, step), isFixed(y) ? y[0] : snapped(b, y, step)])

  /** The pointer's place in the plot, also where the page is enlarged. */
  const place = (event: PointerEvent<HTMLElement>): Vector => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return [left, top]
    return [
      ((event.clientX - box.left) / box.width) * frame.width,
      ((event.clientY - box.top) / box.height) * frame.height,
    ]
  }
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const [a, b] = place(event)
    held.current = [left - a, top - b]
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!held.current) return
    const [a, b] = place(event)
    moveTo(frame.point([a + held.current[0], b + held.current[1]]))
  }
  const letGo = () => {
    held.current = null
  }
  const key = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const domain = axis === 0 ? x : y
    const end = event.key === 'Home' ? domain[0] : event.key === 'End' ? domain[1] : undefined
    const arrow = arrows[event.key]
    if (line && end !== undefined) moveTo(axis === 0 ? [end, at[1]] : [at[0], end])
    else if (arrow) {
      const length = step * (event.shiftKey ? large : 1)
      // On a line up is more, and so is right.
      const along = line ? arrow[0] + arrow[1] : 0
      const [a, b] = line ? (axis === 0 ? [along, 0] : [0, along]) : arrow
      moveTo([at[0] + length * a, at[1] + length * b])
    } else return
    event.preventDefault()
  }
  const [low, high] = axis === 0 ? x : y
  return (
    <div
      className="grip"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-orientation={axis === 0 ? 'horizontal' : 'vertical'}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={at[axis]}
      aria-valuetext={line ? decimals(at[axis]) : pair(at)}
      data-line={line ? (axis === 0 ? 'x' : 'y') : undefined}
      style={{ left: percent(left / frame.width), top: percent(top / frame.height) }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={key}
    >
      <i aria-hidden="true" />
      {sign ? <b aria-hidden="true">{sign}</b> : null}
    </div>
  )
}
