/** How far other images are from the one that is changed, and how far the change took it: all on one axis. */
import { useRef } from 'react'
import { useSize } from '../../ui/figure/useSize.ts'

/** As far as two images of ink on 12 by 12 pixels get. */
const longest = 8
const margin = { left: 10, right: 10 }
const rowAt = [48, 92] as const
const base = 118
/** px that the name of the long line takes, at most. */
const nameWidth = 170

export interface DistancePlotProps {
  rows: readonly { name: string; distances: readonly number[] }[]
  moved: number
  label: string
}

export function DistancePlot({ rows, moved, label }: DistancePlotProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box) ?? { width: 700 }
  /** Rounded: browsers and Node differ in the last digits of a cosine. */
  const px = (value: number) =>
    Math.round(10 * (margin.left + (value / longest) * (width - margin.left - margin.right))) / 10
  const onTheLeft = px(moved) + nameWidth > width
  return (
    <div className="plot">
      <div className="distances-box" ref={box}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
        <svg viewBox={`0 0 ${width} 140`} role="img" aria-label={label}>
          <line className="zero" x1={px(0)} x2={px(longest)} y1={base} y2={base} />
          {[0, 2, 4, 6, 8].map((tick) => (
            <text key={tick} className="tick" x={px(tick)} y={base + 16} textAnchor="middle">
              {tick}
            </text>
          ))}
          {rows.map(({ name, distances }, row) => (
            <g key={name} className={row === 0 ? 's1' : 's2'}>
              {distances.map((each, i) => (
                <path
                  key={`${i} ${each.toFixed(3)}`}
                  className="far"
                  d={`M${px(each)} ${rowAt[row]! - 8}v16`}
                />
              ))}
              <text className="row-name" x={px(0)} y={rowAt[row]! - 14}>
                {name}
              </text>
            </g>
          ))}
          <line className="moved" x1={px(moved)} x2={px(moved)} y1={6} y2={base} />
          <text
            className="moved"
            x={px(moved) + (onTheLeft ? -7 : 7)}
            y={14}
            textAnchor={onTheLeft ? 'end' : 'start'}
          >
            the same image, changed
          </text>
        </svg>
      </div>
    </div>
  )
}
