/** Explorer: one cloud of two features, raw and after centring, standardising or whitening. No training. */
import { useMemo, useState } from 'react'
import { range } from '../../lab/config.ts'
import { RangeControl } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { CloudNumbers } from './CloudNumbers.tsx'
import { CloudPlot } from './CloudPlot.tsx'
import { cloud, draws, followed, pointCount } from './cloud.ts'
import { numbersOf, viewOf } from './picture.ts'
import { covariance, mean } from './statistics.ts'
import {
  distance,
  isWhitening,
  methods,
  shrunk,
  transformed,
  transformOf,
  type Method,
} from './transforms.ts'
import { useGlide } from './useGlide.ts'
import { axisNames, featureNames, names, outcomeWords } from './wording.ts'

const fields = {
  correlation: range({ label: 'correlation', min: -1, max: 1, default: 0.8, step: 0.01 }),
  heightSpread: range({ label: 'spread of height', min: 3, max: 14, default: 12, step: 0.5, unit: 'cm' }),
  weightSpread: range({ label: 'spread of weight', min: 3, max: 14, default: 8, step: 0.5, unit: 'kg' }),
  heightMean: range({ label: 'mean height', min: 0, max: 55, default: 50, step: 1, unit: 'cm' }),
  weightMean: range({ label: 'mean weight', min: 0, max: 55, default: 30, step: 1, unit: 'kg' }),
}
type Setting = keyof typeof fields
const settingNames = Object.keys(fields) as Setting[]
const published = Object.fromEntries(settingNames.map((name) => [name, fields[name].default])) as Readonly<
  Record<Setting, number>
>
const turnField = range({
  label: 'extra turn',
  min: -180,
  max: 180,
  default: 0,
  step: 5,
  unit: 'degrees',
})

export default function Whitening({ id, number: figureNumber }: FigureProps) {
  const [method, setMethod] = useState<Method>('raw')
  const [seed, setSeed] = useState(0)
  const [settings, setSettings] = useState(published)
  const [turn, setTurn] = useState(turnField.default)
  const own = useMemo(() => draws(seed), [seed])
  const marked = useMemo(() => followed(own), [own])
  const points = useMemo(
    () =>
      cloud(own, {
        correlation: settings.correlation,
        spread: [settings.heightSpread, settings.weightSpread],
        mean: [settings.heightMean, settings.weightMean],
      }),
    [own, settings],
  )
  const transform = useMemo(() => transformOf(method, points, turn), [method, points, turn])
  const after = useMemo(() => transformed(transform, points), [transform, points])
  const target = useMemo(() => numbersOf(method, points, turn), [method, points, turn])
  const [shown, depart] = useGlide(target)
  const before = useMemo(() => transformed(shrunk(points), points), [points])
  const words = outcomeWords({
    method,
    mean: mean(points),
    raw: covariance(points),
    turn,
    epsilon: transform.epsilon,
    distance: distance(after, before),
    least: distance(transformed(transformOf('zca', points), points), before),
  })
  const titleId = `${id ?? 'whitening'}-title`
  const choose = (next: Method) => {
    depart()
    setMethod(next)
    setTurn(0)
  }
  return (
    <figure className="fig explorer whitening" data-explorer="whitening" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} One cloud,
            centred, standardised and whitened
          </p>
          <p className="fig-subtitle">
            Height and weight of {pointCount} made-up dogs. Choose a treatment, change the cloud.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">What is done to the cloud</legend>
        {methods.map((each) => (
          <label key={each} className={each === method ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name={`${titleId}-method`}
              checked={each === method}
              onChange={() => choose(each)}
            />
            {names[each]}
          </label>
        ))}
      </fieldset>
      <div className="explorer-plots">
        <div>
          <CloudPlot
            title="Raw"
            axes={axisNames.raw}
            view={viewOf('raw')}
            points={points}
            followed={marked}
            numbers={numbersOf('raw', points, 0)}
            paths={false}
            label={`The raw cloud: ${pointCount} points, weight against height, with three of them marked A, B and C.`}
          />
          <CloudNumbers of="raw cloud" points={points} features={featureNames('raw')} />
        </div>
        <div>
          <CloudPlot
            title={names[method]}
            axes={axisNames[method]}
            view={viewOf(method)}
            points={points}
            followed={marked}
            numbers={shown}
            paths={method !== 'raw'}
            label={`The same cloud, ${names[method]}. ${words}`}
          />
          <CloudNumbers of={`cloud, ${names[method]}`} points={after} features={featureNames(method)} />
        </div>
      </div>
      <p className="explorer-words" role="status">
        {words}
      </p>
      <div className="explorer-controls">
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
        <div className="turn" data-off={isWhitening(method) ? undefined : ''}>
          <RangeControl field={turnField} value={turn} onChange={setTurn} onMove={setTurn} />
        </div>
        <div className="new-cloud">
          <button type="button" className="btn line" onClick={() => setSeed((now) => now + 1)}>
            A new cloud
          </button>
          <span className="num">seed {seed}</span>
        </div>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> The closed curve is one standard deviation in every direction. The lines in
          it are the principal axes, axis 1 solid and axis 2 dashed; axis 1 is the longer one. Around a circle
          every axis is as long as any other; there the lines show where the raw axes have gone. Hollow
          markers show where A, B and C were: in the raw cloud when it is only centred, otherwise in a cloud
          that is centred and shrunk by one factor.
        </p>
        <p>
          Every number is computed from these {pointCount} points, so the correlation is near that of the
          slider, not equal to it. Covariances are divided by N.
        </p>
      </figcaption>
    </figure>
  )
}
