/** Explorer: a loss of two weights, and where it is lowest when a norm of the weights is limited. No training. */
import { useMemo, useState } from 'react'
import { range } from '../../lab/config.ts'
import { RangeControl } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { ballOutline } from '../../ui/plane/ball.ts'
import { ExponentSlider } from '../../ui/plane/ExponentSlider.tsx'
import { exponentText } from '../../ui/plane/exponents.ts'
import type { Frame, Vector } from '../../ui/plane/geometry.ts'
import { decimals, pair } from '../../ui/plane/number.ts'
import { Plane } from '../../ui/plane/Plane.tsx'
import { ellipseOf } from '../../ui/plot/ellipse.ts'
import { halfAxesOf, lossAt, type Bowl } from './bowl.ts'
import { constrainedMinimum, penaltyOf, wedgeOf } from './constrained.ts'
import { outcomeWords, penaltyWords } from './wording.ts'

const view = [-2.5, 2.5] as const
const reach = [-2.4, 2.4] as const

const fields = {
  limit: range({ label: 'limit on the norm', min: 0.2, max: 2, default: 1, step: 0.05 }),
  stretch: range({ label: 'stretch of the bowl', min: 1, max: 8, default: 3, step: 0.5, unit: 'times' }),
  tilt: range({ label: 'tilt of the bowl', min: -90, max: 90, default: 20, step: 5, unit: 'degrees' }),
}
type Setting = keyof typeof fields
const settingNames = Object.keys(fields) as Setting[]
const published = Object.fromEntries(settingNames.map((name) => [name, fields[name].default])) as Readonly<
  Record<Setting, number>
>

/** Contours besides the one through w*, as shares of its size. */
const others = [0.25, 0.5, 0.75, 1.25, 1.5, 2, 2.5] as const
/** The loss of the contour of size 1 where w* is m, and has a loss of 0. */
const ownLoss = 0.5
/** A wedge is drawn to beyond the edge of any view. */
const beyond = 50

const quarterTurns = [0, 1, 2, 3] as const

/** Where the loss has one value. */
const contour = (frame: Frame, bowl: Bowl, loss: number) => {
  const [x, y] = frame.pixel(bowl.minimum)
  const [along, across] = halfAxesOf(bowl, loss).map(([a, b]): Vector => {
    const [px, py] = frame.pixel([bowl.minimum[0] + a, bowl.minimum[1] + b])
    return [px - x, py - y]
  }) as [Vector, Vector]
  return ellipseOf([x, y], along, across)
}

const wedgePath = (frame: Frame, bowl: Bowl, p: number, radius: number, turn: number) => {
  const wedge = wedgeOf(bowl, p, radius, turn)
  if (!wedge) return null
  const [first, second] = wedge.sides.map(([a, b]): Vector => {
    const far = beyond / Math.hypot(a, b)
    return [wedge.tip[0] + far * a, wedge.tip[1] + far * b]
  })
  return first && second ? (
    <path key={turn} className="wedge" d={frame.path([first, wedge.tip, second])} />
  ) : null
}

/** x^2 with its power raised. */
const raised = (text: string) =>
  text.split(/\^([\d.]+|p|∞)/).map((part, i) => (i % 2 === 1 ? <sup key={`${i} ${part}`}>{part}</sup> : part))

export default function BowlMeetsBall({ id, number: figureNumber }: FigureProps) {
  const [p, setP] = useState(2)
  const [minimum, setMinimum] = useState<Vector>([1.75, 0.3])
  const [settings, setSettings] = useState(published)
  const { limit, stretch, tilt } = settings
  const bowl: Bowl = useMemo(() => ({ minimum, curvatures: [1, stretch], tilt }), [minimum, stretch, tilt])
  const solution = useMemo(() => constrainedMinimum(bowl, p, limit), [bowl, p, limit])
  const { point, binding } = solution
  const loss = lossAt(bowl, point)
  const lambda = p >= 1 && p < Infinity ? penaltyOf(bowl, p, solution) : null
  const size = binding ? loss : ownLoss
  const titleId = `${id ?? 'bowl-meets-ball'}-title`
  const words = outcomeWords(p, solution)
  return (
    <figure
      className="fig explorer bowl-meets-ball"
      data-explorer="bowl-meets-ball"
      aria-labelledby={titleId}
    >
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} A bowl of loss
            meets a ball of weights
          </p>
          <p className="fig-subtitle">
            Drag m, the minimum of the loss. w* is the lowest point that the ball allows.
          </p>
        </div>
      </div>
      <div className="meeting">
        <Plane
          title="Contours of the loss, and the weights that are allowed"
          x={view}
          y={view}
          xName="w₁"
          yName="w₂"
          oneUnit
          size="tall"
          label={`A bowl with its minimum at ${pair(minimum)} and the ball of p = ${exponentText(p)} with radius ${decimals(limit)}. Lowest in the ball: ${pair(point)}. ${words}`}
          grips={[
            { name: 'Minimum m', sign: 'm', at: minimum, x: reach, y: reach, step: 0.05, onMove: setMinimum },
          ]}
          notes={[
            {
              at: point,
              words: 'w*',
              dot: true,
              // on the side away from m, whose own name is there
              away: [minimum[0] >= point[0] ? -9 : 9, minimum[1] >= point[1] ? -18 : 9],
            },
          ]}
        >
          {(frame) => (
            <>
              {quarterTurns.map((turn) => wedgePath(frame, bowl, p, limit, turn))}
              {others.map((share) => (
                <ellipse key={share} className="contour" {...contour(frame, bowl, size * share ** 2)} />
              ))}
              {binding ? <ellipse className="contour through" {...contour(frame, bowl, loss)} /> : null}
              <path className="outline" d={frame.path(ballOutline(p, limit), true)} />
            </>
          )}
        </Plane>
        <div>
          <div className="explorer-controls">
            <ExponentSlider value={p} onChange={setP} />
            {settingNames.map((name) => {
              const set = (next: number) => setSettings((now) => ({ ...now, [name]: next }))
              return (
                <RangeControl
                  key={name}
                  field={fields[name]}
                  value={settings[name]}
                  onChange={set}
                  onMove={set}
                />
              )
            })}
          </div>
          <p className="explorer-words" role="status">
            {words}
          </p>
          <dl className="explorer-facts">
            <div>
              <dt>w*</dt>
              <dd>{pair(point)}</dd>
            </div>
            <div>
              <dt>Loss</dt>
              <dd>{decimals(loss)} at w*, 0 at m</dd>
            </div>
            <div>
              <dt>Penalty</dt>
              <dd>{raised(penaltyWords(p, lambda))}</dd>
            </div>
          </dl>
        </div>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> The shaded shape in the middle holds all w whose p-norm is within the limit.
          The ovals are contours of the loss, the darker one that through w*. For p = 1 and p = ∞ every m in a
          shaded wedge has its w* at the tip of that wedge.
        </p>
      </figcaption>
    </figure>
  )
}
