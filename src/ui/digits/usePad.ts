/** Drawing on a canvas with a mouse, a finger, a pen or the keyboard. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { cells, createInk, side, type Ink } from './ink.ts'
import { paintInk } from './paintInk.ts'
import { onThemeChange } from '../figure/theme.ts'

export interface Cursor {
  row: number
  column: number
}

export interface Pad {
  canvas: RefObject<HTMLCanvasElement | null>
  ink: Ink
  /** Counts changes of the drawing. */
  version: number
  /** Counts strokes that were finished: what is on the pad is meant. */
  finished: number
  /** The cell that the keyboard is at. */
  cursor: Cursor
  /** What the keyboard did last, for a screen reader. */
  told: string
  clear: () => void
  events: {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => void
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => void
    onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => void
    onPointerCancel: (event: PointerEvent<HTMLCanvasElement>) => void
    onKeyDown: (event: KeyboardEvent<HTMLCanvasElement>) => void
  }
}

const ways: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

const within = (cell: number) => Math.min(cells - 1, Math.max(0, cell))

export function usePad(): Pad {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [ink] = useState(createInk)
  const [version, setVersion] = useState(0)
  const [finished, setFinished] = useState(0)
  const [cursor, setCursor] = useState<Cursor>({ row: 2, column: 5 })
  const [told, setTold] = useState('')
  /** Where each pointer that is down was last, from the top left in [0, 1]. */
  const pens = useRef(new Map<number, readonly [number, number]>())

  const changed = () => setVersion((n) => n + 1)
  const meant = () => setFinished((n) => n + 1)

  useEffect(() => {
    const paint = () => {
      const context = canvas.current?.getContext('2d')
      if (context) paintInk(context, ink.values, side)
    }
    paint()
    return onThemeChange(paint)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- ink is written in place; its version says when
  }, [ink, version])

  const placeOf = (event: { clientX: number; clientY: number }): readonly [number, number] => {
    const box = canvas.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return [0, 0]
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  }

  const lift = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pens.current.delete(event.pointerId)) meant()
  }

  return {
    canvas,
    ink,
    version,
    finished,
    cursor,
    told,
    clear() {
      ink.clear()
      setTold('')
      changed()
      meant()
    },
    events: {
      onPointerDown(event) {
        if (event.button !== 0) return
        // Strokes that leave the pad go on outside it, and come back.
        event.currentTarget.setPointerCapture(event.pointerId)
        const [x, y] = placeOf(event)
        pens.current.set(event.pointerId, [x, y])
        ink.stroke(x, y, x, y)
        changed()
      },
      onPointerMove(event) {
        const last = pens.current.get(event.pointerId)
        if (!last) return
        let [x, y] = last
        // A fast pen moves several times between two repaints.
        const native = event.nativeEvent
        const between = 'getCoalescedEvents' in native ? native.getCoalescedEvents() : []
        for (const point of between.length > 0 ? between : [native]) {
          const [toX, toY] = placeOf(point)
          ink.stroke(x, y, toX, toY)
          ;[x, y] = [toX, toY]
        }
        pens.current.set(event.pointerId, [x, y])
        changed()
      },
      onPointerUp: lift,
      onPointerCancel: lift,
      onKeyDown(event) {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const way = ways[event.key]
        if (!way && event.key !== ' ') return
        // The figure's own keys scrub and run; on the pad they draw.
        event.preventDefault()
        event.stopPropagation()
        const [rows, columns] = way ?? [0, 0]
        const [row, column] = [within(cursor.row + rows), within(cursor.column + columns)]
        const inking = way ? event.shiftKey : !event.repeat
        if (inking) ink.fill(row, column, way ? true : !ink.cell(row, column))
        setCursor({ row, column })
        setTold(`Row ${row + 1}, column ${column + 1}, ${ink.cell(row, column) ? 'ink' : 'paper'}`)
        if (inking) {
          changed()
          meant()
        }
      },
    },
  }
}
