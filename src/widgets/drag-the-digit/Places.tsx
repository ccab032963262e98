/** All places that a digit can be dragged to: how sure a network is there of the digit that it is, and where it reads another. */
import { styleOf, useFigure, useRunState } from '../../ui/figure/FigureContext.ts'
import { reach } from './config.ts'
import { placesWithin, type Move } from './moved.ts'
import { indexOf, places, rightAt } from './places.ts'
import type { View } from './train.ts'

const across = 2 * reach + 1
const moves = placesWithin(reach)

export function Places({
  variant,
  shown,
  move,
  onMove,
}: {
  variant: string
  shown: number
  move: Move
  onMove: (move: Move) => void
}) {
  const { run, styles } = useFigure()
  useRunState(run)
  const view = run.view(variant) as View | undefined
  const cells = view ? rightAt(view, shown) : null
  const { label } = styleOf(styles, variant)
  const right = cells?.filter((cell) => cell.right).length
  const words = cells
    ? `${label} reads a ${view!.labels[shown]} at ${right} of ${places} places; pale is unsure, a cross another digit`
    : `${label}: not computed yet`
  const here = indexOf(move)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the digit beside it has the keys
    <svg
      className="drag-places"
      viewBox={`-0.1 -0.1 ${across + 0.2} ${across + 0.2}`}
      role="img"
      aria-label={words}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        const side = Math.min(box.width, box.height)
        const at = (client: number, start: number, length: number) =>
          Math.floor(((client - start - (length - side) / 2) / side) * across) - reach
        const next = [at(event.clientX, box.left, box.width), at(event.clientY, box.top, box.height)] as const
        if (next.every((each) => Math.abs(each) <= reach)) onMove(next)
      }}
    >
      {moves.map((_, i) => {
        const [column, row] = [i % across, Math.floor(i / across)]
        const cell = cells?.[i]
        return (
          <g key={`place ${i}`} transform={`translate(${column} ${row})`}>
            <rect className="ground" x="0.04" y="0.04" width="0.92" height="0.92" />
            {cell ? (
              <rect
                className="sure"
                x="0.04"
                y="0.04"
                width="0.92"
                height="0.92"
                opacity={cell.probability.toFixed(2)}
              />
            ) : null}
            {cell && !cell.right ? (
              <path className="wrong" d="M0.36 0.36L0.64 0.64M0.64 0.36L0.36 0.64" />
            ) : null}
            {i === here ? <rect className="here" x="0.04" y="0.04" width="0.92" height="0.92" /> : null}
          </g>
        )
      })}
    </svg>
  )
}
