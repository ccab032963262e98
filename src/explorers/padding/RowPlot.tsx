/** A row of pixels with its zeros, every window below it, and in how many windows each pixel is. */
import { useRef, type PointerEvent } from 'react'
import { useSize } from '../../ui/figure/useSize.ts'
import { heatOf, mostIn } from './heat.ts'
import { holding, type Shape } from './shapes.ts'
import { rowWords } from './wording.ts'

/** Before the size is known (and on the server) the drawing is scaled from this width. */
const assumed = { width: 860 }
/** px from the top: the words above each part, and the parts. */
const tops = { cells: 20, windows: 78, counts: 296 }
const height = 330
const cellHeight = 32
const room = { windows: 190, row: 30, cell: 40 }
/** Narrower cells have no room for two zeros side by side. */
const wideEnough = 11

const tenth = (length: number) => Math.round(length * 10) / 10

export interface RowPlotProps {
  shape: Shape
  picked: number
  onPick: (input: number) => void
}

export function RowPlot({ shape, picked, onPick }: RowPlotProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box) ?? assumed
  const { axis, pad, cells, output, starts, counts } = shape
  const cell = Math.min(room.cell, (width - 2) / cells)
  const left = (width - cells * cell) / 2
  const at = (input: number) => tenth(left + (input + pad.before) * cell)
  const pitch = Math.min(room.row, room.windows / Math.max(1, output))
  const held = new Set(holding(shape, picked))
  const most = mostIn(axis)

  const pick = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const bounds = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - bounds.left) / bounds.width) * width
    const input = Math.floor((x - left) / cell) - pad.before
    onPick(Math.max(0, Math.min(axis.size - 1, input)))
  }
  return (
    <div
      className="row-box"
      ref={box}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pick(event)
      }}
      onPointerMove={pick}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={rowWords(shape)}>
        <rect
          className="picked"
          x={at(picked)}
          y={tops.cells}
          width={tenth(cell)}
          height={tops.counts + cellHeight - tops.cells}
        />
        <text className="part-name" x="0" y={tops.cells - 7}>
          {axis.size} pixels{pad.before + pad.after > 0 ? ', with zeros around them' : ''}
        </text>
        {Array.from({ length: cells }, (_, i) => {
          const input = i - pad.before
          const zero = input < 0 || input >= axis.size
          return (
            <g key={input} className={zero ? 'zero-cell' : 'pixel-cell'}>
              <rect x={at(input) + 1} y={tops.cells} width={tenth(cell - 2)} height={cellHeight} />
              {zero && cell >= wideEnough ? (
                <text x={at(input + 0.5)} y={tops.cells + cellHeight / 2 + 4} textAnchor="middle">
                  0
                </text>
              ) : null}
            </g>
          )
        })}
        <text className="part-name" x="0" y={tops.windows - 8}>
          {output === 0 ? 'no window fits' : `${output} window${output === 1 ? '' : 's'}`}
        </text>
        {starts.map((start, i) => (
          <rect
            key={start}
            className={held.has(i) ? 'window held' : 'window'}
            x={at(start) + 2}
            y={tenth(tops.windows + i * pitch)}
            width={tenth(axis.kernel * cell - 4)}
            height={tenth(pitch * 0.66)}
          />
        ))}
        <text className="part-name" x="0" y={tops.counts - 8}>
          in how many windows each pixel is
        </text>
        {counts.map((count, input) => (
          <g key={`count ${input}`} className={heatOf(count, most)}>
            <rect x={at(input) + 1} y={tops.counts} width={tenth(cell - 2)} height={cellHeight} />
            <text x={at(input + 0.5)} y={tops.counts + cellHeight / 2 + 4} textAnchor="middle">
              {count}
            </text>
          </g>
        ))}
        <rect
          className="picked-outline"
          x={at(picked) + 1}
          y={tops.counts}
          width={tenth(cell - 2)}
          height={cellHeight}
        />
      </svg>
    </div>
  )
}
