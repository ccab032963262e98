/** What all the thinned networks answer, as a histogram by how often they are drawn, and three answers to compare. */
import { useRef } from 'react'
import { formatTick } from '../../ui/format.ts'
import { useSize } from '../../ui/figure/useSize.ts'
import { linearTicks } from '../../ui/plot/ticks.ts'

const bins = 48
const margin = { left: 12, right: 12, top: 62, bottom: 26 }

export interface Mark {
  name: string
  kind: 'mean' | 'scaled' | 'whole'
  at: number
}

export interface AnswersPlotProps {
  answers: Float64Array
  /** How often each is drawn. */
  chances: Float64Array
  marks: readonly Mark[]
  /** The answer of the last toss. */
  toss: number
  label: string
}

/** Shares of all draws, from left to right; the greatest is 1. */
function heights(answers: Float64Array, chances: Float64Array, [low, high]: readonly [number, number]) {
  const sums = Array<number>(bins).fill(0)
  answers.forEach((answer, i) => {
    const bin = Math.min(bins - 1, Math.floor(((answer - low) / (high - low)) * bins))
    sums[bin]! += chances[i]!
  })
  const most = Math.max(...sums)
  return sums.map((sum) => sum / most)
}

export function AnswersPlot({ answers, chances, marks, toss, label }: AnswersPlotProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box) ?? { width: 700, height: 230 }
  const [least, most] = [Math.min(...answers), Math.max(...answers)]
  const low = least - 0.04 * (most - least)
  const high = most + 0.04 * (most - least)
  /** Rounded: browsers and Node differ in the last digits of a tanh. */
  const px = (value: number) =>
    Math.round(10 * (margin.left + ((value - low) / (high - low)) * (width - margin.left - margin.right))) /
    10
  const base = height - margin.bottom
  const bar = (width - margin.left - margin.right) / bins
  return (
    <div className="plot">
      <div className="answers-box" ref={box}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          <g className="s1">
            {heights(answers, chances, [low, high]).map((share, i) => (
              <rect
                key={`bin ${i}`}
                className="bar"
                x={margin.left + i * bar + 0.5}
                width={Math.max(1, bar - 1)}
                y={base - share * (base - margin.top)}
                height={share * (base - margin.top)}
              />
            ))}
          </g>
          <line className="zero" x1={margin.left} x2={width - margin.right} y1={base} y2={base} />
          {linearTicks(low, high, 6).map((tick) => (
            <text key={tick} className="tick" x={px(tick)} y={height - 7} textAnchor="middle">
              {formatTick(tick)}
            </text>
          ))}
          {marks.map(({ kind, at }, i) => (
            <line
              key={kind}
              className={`answer ${kind}`}
              x1={px(at)}
              x2={px(at)}
              y1={12 + 17 * i}
              y2={base}
            />
          ))}
          {/* Above all lines, so that none crosses a name. */}
          {marks.map(({ name, kind, at }, i) => {
            const right = px(at) > width * 0.55
            return (
              <text
                key={kind}
                className="answer"
                x={px(at) + (right ? -6 : 6)}
                y={16 + 17 * i}
                textAnchor={right ? 'end' : 'start'}
              >
                {name}
              </text>
            )
          })}
          <circle className="reader" cx={px(toss)} cy={base} r="6" />
        </svg>
      </div>
    </div>
  )
}
