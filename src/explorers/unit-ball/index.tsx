/** Explorer: what a norm takes, what a distance takes, what a loss takes, with the unit ball of any p. No training. */
import { useState, type ReactNode } from 'react'
import type { FigureProps } from '../../ui/index.ts'
import { ballOutline, norm } from '../../ui/plane/ball.ts'
import { ExponentSlider } from '../../ui/plane/ExponentSlider.tsx'
import { exponentText } from '../../ui/plane/exponents.ts'
import type { Vector } from '../../ui/plane/geometry.ts'
import { decimals, pair } from '../../ui/plane/number.ts'
import { Plane } from '../../ui/plane/Plane.tsx'
import { meanAbsoluteError, meanSquaredError } from './losses.ts'
import { ballWords, normWords } from './wording.ts'

const view = [-2, 2] as const
const reach = [-1.9, 1.9] as const
const step = 0.05

const targets = [1.5, 2.5, 2, 3.5, 1] as const
const firstPredictions = [2, 2.25, 3, 2.75, 1] as const
const examples = targets.map((_, i) => ({ at: i + 1, words: String(i + 1) }))
const targetView = [0, 4.5] as const

/** x^2 with its power raised. */
const raised = (text: string) =>
  text
    .split(/\^(1\/[\d.]+|[\d.]+)/)
    .map((part, i) => (i % 2 === 1 ? <sup key={`${i} ${part}`}>{part}</sup> : part))

const euclidean = (
  <>
    ‖e‖<sub>2</sub>
    <sup>2</sup>
  </>
)

function Facts({ facts }: { facts: readonly (readonly [name: string, words: ReactNode])[] }) {
  return (
    <dl className="explorer-facts">
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

export default function UnitBall({ id, number: figureNumber }: FigureProps) {
  const [p, setP] = useState(2)
  const [w, setW] = useState<Vector>([1.2, 0.8])
  const [u, setU] = useState<Vector>([-0.6, 1])
  const [v, setV] = useState<Vector>([0.4, -0.25])
  const [predictions, setPredictions] = useState<readonly number[]>(firstPredictions)
  const titleId = `${id ?? 'unit-ball'}-title`
  const size = norm(w, p)
  const difference: Vector = [u[0] - v[0], u[1] - v[1]]
  const distance = norm(difference, p)
  const sub = <sub>{exponentText(p)}</sub>
  const absolute = meanAbsoluteError(predictions, targets)
  const squared = meanSquaredError(predictions, targets)
  const errors = predictions.map((prediction, i) => prediction - (targets[i] ?? 0))
  return (
    <figure className="fig explorer unit-ball" data-explorer="unit-ball" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} Norm, distance,
            loss: what each of them takes
          </p>
          <p className="fig-subtitle">
            Drag w, then u and v, then the predictions. Change p, and see which of the three take notice.
          </p>
        </div>
      </div>
      <div className="explorer-controls">
        <ExponentSlider value={p} onChange={setP} />
      </div>
      <div className="explorer-plots">
        <div>
          <Plane
            title="Norm: of one vector"
            x={view}
            y={view}
            xName="w₁"
            yName="w₂"
            oneUnit
            label={`The vector w = ${pair(w)}, the unit ball of p = ${exponentText(p)}, and through w the ball of radius ${decimals(size)}.`}
            grips={[{ name: 'Vector w', sign: 'w', at: w, x: reach, y: reach, step, onMove: setW }]}
          >
            {(frame) => (
              <>
                <path className="outline" d={frame.path(ballOutline(p), true)} />
                {size > 0 ? <path className="level" d={frame.path(ballOutline(p, size), true)} /> : null}
                <path className="reach" d={frame.path([[0, 0], w])} />
              </>
            )}
          </Plane>
          <Facts
            facts={[
              ['Takes', 'one vector, w'],
              [
                'Gives',
                <>
                  ‖w‖{sub}, {p < 1 ? 'a size but not a norm' : 'its size'}
                </>,
              ],
              ['Here', raised(normWords(w, p))],
            ]}
          />
        </div>
        <div>
          <Plane
            title="Distance: between two vectors"
            x={view}
            y={view}
            oneUnit
            xName="first entry"
            yName="second entry"
            label={`The vectors u = ${pair(u)} and v = ${pair(v)}, and around v everything that is as far from it as u: ${decimals(distance)}.`}
            grips={[
              { name: 'Vector u', sign: 'u', at: u, x: reach, y: reach, step, onMove: setU },
              { name: 'Vector v', sign: 'v', at: v, x: reach, y: reach, step, onMove: setV },
            ]}
          >
            {(frame) => (
              <>
                {distance > 0 ? (
                  <path className="level" d={frame.path(ballOutline(p, distance, v), true)} />
                ) : null}
                <path className="reach" d={frame.path([v, u])} />
              </>
            )}
          </Plane>
          <Facts
            facts={[
              ['Takes', 'two vectors, u and v'],
              [
                'Gives',
                <>
                  ‖u − v‖{sub}, {p < 1 ? 'not a distance' : 'the norm of their difference'}
                </>,
              ],
              ['Here', raised(normWords(difference, p))],
            ]}
          />
        </div>
        <div>
          <Plane
            title="Loss: of predictions, given targets"
            x={[0.5, 5.5]}
            y={targetView}
            xTicks={examples}
            xName="example"
            yName="value"
            label={`Five examples. Their errors are ${errors.map(decimals).join(', ')}.`}
            grips={predictions.map((prediction, i) => ({
              name: `Prediction ${i + 1}`,
              at: [i + 1, prediction],
              x: [i + 1, i + 1],
              y: [0.25, 4.25],
              step: 0.25,
              onMove: ([, y]) => setPredictions((now) => now.map((each, j) => (j === i ? y : each))),
            }))}
          >
            {(frame) =>
              targets.map((target, i) => {
                const [x, y] = frame.pixel([i + 1, target])
                return (
                  <g key={examples[i]?.at}>
                    <path
                      className="reach"
                      d={frame.path([
                        [i + 1, target],
                        [i + 1, predictions[i] ?? target],
                      ])}
                    />
                    <path className="target" d={`M${x - 11} ${y}h22`} />
                  </g>
                )
              })
            }
          </Plane>
          <Facts
            facts={[
              ['Takes', 'n predictions and n targets (bars)'],
              ['Gives', 'one number: a mean over examples'],
              ['Here', `mean of |error| = ${decimals(absolute)}`],
              ['', raised(`mean of error^2 = ${decimals(squared)}`)],
            ]}
          />
        </div>
      </div>
      <p className="explorer-words" role="status">
        {ballWords(p)}
      </p>
      <figcaption>
        <p>
          <b>How to read it.</b> The shaded shape is the unit ball: all vectors of size 1 or less. In the
          first plot the dashed line joins all vectors as large as w, in the second all that are as far from v
          as u is. In the third each line is one error, from the target to the prediction.
        </p>
        <p>
          p chooses a norm and with it a distance. The two losses have names of their own: with the n errors
          as one vector e, the mean absolute error is ‖e‖<sub>1</sub> / n, and the mean squared error is{' '}
          {euclidean} / n.
        </p>
      </figcaption>
    </figure>
  )
}
