/** Explorer: one point dragged away from the others, and what two losses make of it. No training. */
import { useState } from 'react'
import type { FigureProps } from '../../ui/index.ts'
import type { Vector } from '../../ui/plane/geometry.ts'
import { decimals, pair } from '../../ui/plane/number.ts'
import { Plane } from '../../ui/plane/Plane.tsx'
import { heightAt, leastAbsolute, leastSquares, lossOf, mean, median, pullOf, type Loss } from './fits.ts'
import { firstPoint, firstValue, points, values } from './points.ts'
import { constantWords, lineWords } from './wording.ts'

const valueView = [0, 10] as const
const lineView = [0, 10] as const

const grid = Array.from({ length: 101 }, (_, i) => i / 10)
const losses = [
  { loss: 'squared', series: 's1' },
  { loss: 'absolute', series: 's2' },
] as const satisfies readonly { loss: Loss; series: string }[]

/** The points of one number stand at height 0. The curves begin at `lift`, and their highest value in the plot is 1. */
const lift = 0.12
const heights = [-0.13, 1.12] as const
const valueLine = [0, 0] as const

const first = { mean: mean([...values, firstValue]), median: median([...values, firstValue]) }
const firstLines = {
  squared: leastSquares([...points, firstPoint]),
  absolute: leastAbsolute([...points, firstPoint]),
}

/** What each of the two losses finds, beside the look of its lines. */
function Fits({
  columns,
  rows,
}: {
  columns: readonly string[]
  rows: Readonly<Record<Loss, readonly string[]>>
}) {
  return (
    <table className="fits">
      <thead>
        <tr>
          <th scope="col">Errors</th>
          {columns.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {losses.map(({ loss, series }) => (
          <tr key={loss} className={series}>
            <th scope="row">
              <svg className="key" width="26" height="10" aria-hidden="true">
                <line className="key-line" x1="0" x2="26" y1="5" y2="5" />
              </svg>{' '}
              {loss}
            </th>
            {rows[loss].map((words, i) => (
              <td key={columns[i]}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default function OneOutlier({ id, number: figureNumber }: FigureProps) {
  const [value, setValue] = useState(firstValue)
  const [point, setPoint] = useState(firstPoint)
  const all = [...values, value]
  const now = { mean: mean(all), median: median(all) }
  const best = { squared: now.mean, absolute: now.median }
  const pull = (loss: Loss) => pullOf(value, best[loss], all.length, loss)
  const cloud = [...points, point]
  const lines = { squared: leastSquares(cloud), absolute: leastAbsolute(cloud) }
  const titleId = `${id ?? 'one-outlier'}-title`
  const words = {
    constant: constantWords(now, first),
    line: lineWords({
      squared: [lines.squared.slope, firstLines.squared.slope],
      absolute: [lines.absolute.slope, firstLines.absolute.slope],
      through: Math.abs(point[1] - heightAt(lines.absolute, point[0])) < 1e-9,
    }),
  }
  const slopes = (loss: Loss) => [
    decimals(lines[loss].slope),
    decimals(firstLines[loss].slope),
    decimals(lines[loss].intercept),
  ]
  const meanIsRight = now.mean >= now.median
  return (
    <figure className="fig explorer one-outlier" data-explorer="one-outlier" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} One point leaves
            the others: squared and absolute errors
          </p>
          <p className="fig-subtitle">
            Drag the marked point of each plot away from the rest, and watch the two fits.
          </p>
        </div>
      </div>
      <div className="explorer-plots">
        <div>
          <Plane
            title="One number for all points"
            x={valueView}
            y={heights}
            xName="value"
            label={`Nine values, the marked one at ${decimals(value)}. The squared loss is least at the mean, ${decimals(now.mean)}, the absolute loss at the median, ${decimals(now.median)}.`}
            grips={[
              {
                name: 'Marked value',
                at: [value, 0],
                x: valueView,
                y: valueLine,
                step: 0.1,
                onMove: ([x]) => setValue(x),
              },
            ]}
            notes={[
              {
                at: [now.mean, 1],
                words: 'mean',
                away: [meanIsRight ? 6 : -6, 4],
                series: 's1',
              },
              {
                at: [now.median, 1],
                words: 'median',
                away: [meanIsRight ? -6 : 6, 4],
                series: 's2',
              },
            ]}
          >
            {(frame) => (
              <>
                {losses.map(({ loss, series }) => {
                  const curve = grid.map((c) => lossOf(c, all, loss))
                  const highest = Math.max(...curve)
                  return (
                    <g key={loss} className={series}>
                      <path
                        className="curve"
                        d={frame.path(
                          grid.map((c, i): Vector => [c, lift + ((1 - lift) * (curve[i] ?? 0)) / highest]),
                        )}
                      />
                      <path
                        className="curve"
                        d={frame.path([
                          [best[loss], 0],
                          [best[loss], 1.08],
                        ])}
                      />
                    </g>
                  )
                })}
                {values.map((each) => {
                  const [x, y] = frame.pixel([each, 0])
                  return <circle key={each} className="dot" cx={x} cy={y} r="5" />
                })}
              </>
            )}
          </Plane>
          <p className="explorer-words" role="status">
            {words.constant}
          </p>
          <Fits
            columns={['Least at', 'At first', 'Its pull']}
            rows={{
              squared: [`mean ${decimals(now.mean)}`, decimals(first.mean), decimals(pull('squared'))],
              absolute: [
                `median ${decimals(now.median)}`,
                decimals(first.median),
                decimals(pull('absolute')),
              ],
            }}
          />
        </div>
        <div>
          <Plane
            title="A straight line through the points"
            x={lineView}
            y={lineView}
            xName="x"
            yName="y"
            label={`Eleven points, the marked one at ${pair(point)}. ${words.line}`}
            grips={[
              { name: 'Marked point', at: point, x: lineView, y: lineView, step: 0.1, onMove: setPoint },
            ]}
          >
            {(frame) => (
              <>
                {losses.map(({ loss, series }) => (
                  <g key={loss} className={series}>
                    <path
                      className="curve"
                      d={frame.path(frame.x.map((x): Vector => [x, heightAt(lines[loss], x)]))}
                    />
                  </g>
                ))}
                {points.map((each) => {
                  const [x, y] = frame.pixel(each)
                  return <circle key={each[0]} className="dot" cx={x} cy={y} r="5" />
                })}
              </>
            )}
          </Plane>
          <p className="explorer-words" data-long="" role="status">
            {words.line}
          </p>
          <Fits
            columns={['Slope', 'At first', 'At x = 0']}
            rows={{
              squared: slopes('squared'),
              absolute: slopes('absolute'),
            }}
          />
        </div>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> In the first plot the points lie on the line at the foot. Above it are the
          two mean losses of predicting the same number for all of them, each curve drawn to a scale of its
          own; upright lines stand where they are least.
        </p>
        <p>
          “Its pull” is the marked point’s part of the slope of the mean loss. “At first” is before you moved
          anything.
        </p>
      </figcaption>
    </figure>
  )
}
