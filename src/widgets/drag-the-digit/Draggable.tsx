/** A test image that the reader drags, by mouse, touch or keys, and what each network reads where it lies. */
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useFigure, useRunState } from '../../ui/figure/FigureContext.ts'
import { Answers } from '../../ui/digits/Answers.tsx'
import { Pixels } from '../../ui/digits/Pixels.tsx'
import { reach, rowsShown, size } from './config.ts'
import type { Move } from './moved.ts'
import { choices, held, indexOf, movedInk, moveWords, readingAt } from './places.ts'
import type { View } from './train.ts'

const arrows: Readonly<Record<string, Move>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export interface DraggableProps {
  shown: number
  onShow: (shown: number) => void
  move: Move
  onMove: (move: Move) => void
}

export function Draggable({ shown, onShow, move, onMove }: DraggableProps) {
  const { run } = useFigure()
  const { variants } = useRunState(run)
  const name = useId()
  const views = variants.map((variant) => [variant, run.view(variant) as View | undefined] as const)
  const view = views.find(([, each]) => each)?.[1]
  const readings = Object.fromEntries(
    views.flatMap(([variant, own]) => (own ? [[variant, readingAt(own, shown, indexOf(move))]] : [])),
  )
  const digit = view?.labels[shown] ?? rowsShown[shown]!
  return (
    // As high as it needs to be: on a phone the readings stand below the digit.
    <div className="panel">
      <div className="panel-title">
        <b>A test image, where you drag it</b>
        <span className="panel-aside">first seed</span>
      </div>
      <div className="drag-digit">
        <div className="drag-choose">
          <fieldset className="chips">
            <legend className="sr">Digit</legend>
            {choices.map((each) => (
              <label key={each} className={each === shown ? 'chip on' : 'chip'}>
                <input
                  className="sr"
                  type="radio"
                  name={name}
                  checked={each === shown}
                  onChange={() => onShow(each)}
                />
                {view?.labels[each] ?? rowsShown[each]}
              </label>
            ))}
          </fieldset>
          <Sheet ink={view ? movedInk(view, shown, move) : null} digit={digit} move={move} onMove={onMove} />
          <p className="own-note">
            {view ? `${moveWords(move)}.` : 'No network is there yet: press Run or Step.'}
          </p>
        </div>
        <div className="drag-read">
          <p className="own-name">What each network reads there</p>
          <Answers readings={view ? readings : null} />
        </div>
      </div>
    </div>
  )
}

function Sheet({
  ink,
  digit,
  move,
  onMove,
}: {
  ink: readonly number[] | null
  digit: number
  move: Move
  onMove: (move: Move) => void
}) {
  /** Where the pointer took the digit, in px, and where the digit was then. */
  const taken = useRef<{ x: number; y: number; move: Move } | null>(null)
  const go = ([right, down]: Move) => {
    const next: Move = [held(right), held(down)]
    if (next[0] !== move[0] || next[1] !== move[1]) onMove(next)
  }
  const take = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    taken.current = { x: event.clientX, y: event.clientY, move }
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!taken.current) return
    const pixel = event.currentTarget.getBoundingClientRect().width / size
    const { x, y, move: from } = taken.current
    go([from[0] + (event.clientX - x) / pixel, from[1] + (event.clientY - y) / pixel])
  }
  const letGo = () => {
    taken.current = null
  }
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const arrow = arrows[event.key]
    if (arrow) go([move[0] + arrow[0], move[1] + arrow[1]])
    else if (event.key === 'Home') go([0, 0])
    else return
    event.preventDefault()
    // The figure's own arrow keys move its epoch line.
    event.stopPropagation()
  }
  return (
    <div
      className="drag-sheet"
      role="slider"
      tabIndex={0}
      aria-label={`A ${digit}. Drag it, or move it with the arrow keys; Home brings it back.`}
      aria-valuemin={-reach}
      aria-valuemax={reach}
      aria-valuenow={move[0]}
      aria-valuetext={moveWords(move)}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={key}
    >
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        {ink && <Pixels ink={ink} size={size} />}
      </svg>
    </div>
  )
}
