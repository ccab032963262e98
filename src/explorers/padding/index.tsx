/** Explorer: input, kernel, stride and padding, the places of the window, and how often each pixel takes part. No training. */
import { useState } from 'react'
import { range } from '../../lab/config.ts'
import { RangeControl } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { PlanePlot } from './PlanePlot.tsx'
import { RowPlot } from './RowPlot.tsx'
import { shapeOf, ways, type Way } from './shapes.ts'
import { codeWords, comparedWords, names, outputWords, partWords, pickWords, zerosWords } from './wording.ts'

const fields = {
  size: range({ label: 'input n', min: 2, max: 12, default: 6, step: 1, unit: 'pixels' }),
  kernel: range({ label: 'kernel k', min: 1, max: 7, default: 3, step: 1, unit: 'pixels' }),
  stride: range({ label: 'stride s', min: 1, max: 4, default: 1, step: 1 }),
  byHand: range({ label: 'zeros p', min: 0, max: 6, default: 2, step: 1, unit: 'at each end' }),
}
type Setting = keyof typeof fields
const settingNames = Object.keys(fields) as Setting[]
const published = Object.fromEntries(settingNames.map((name) => [name, fields[name].default])) as Readonly<
  Record<Setting, number>
>

export default function Padding({ id, number: figureNumber }: FigureProps) {
  const [way, setWay] = useState<Way>('valid')
  const [settings, setSettings] = useState(published)
  const [pick, setPick] = useState(0)
  const shape = shapeOf(settings, way, settings.byHand)
  const picked = Math.min(pick, settings.size - 1)
  const titleId = `${id ?? 'padding'}-title`
  const set = (name: Setting) => (value: number) => setSettings((now) => ({ ...now, [name]: value }))
  const pickPixel = (value: number) => setPick(value - 1)
  const facts = [
    ['Output', outputWords(shape)],
    ['Size', comparedWords(way, shape)],
    ['Zeros', zerosWords(way, shape)],
    ['Pixels', partWords(shape)],
    ['In code', codeWords(way, shape)],
  ] as const
  return (
    <figure className="fig explorer padding" data-explorer="padding" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} Where a window
            may stand
          </p>
          <p className="fig-subtitle">
            Choose a padding, a kernel and a stride. Press on a pixel to see which windows hold it.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">Padding</legend>
        {ways.map((each) => (
          <label key={each} className={each === way ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name={`${titleId}-padding`}
              checked={each === way}
              onChange={() => setWay(each)}
            />
            {names[each]}
          </label>
        ))}
      </fieldset>
      <div className="explorer-controls">
        {settingNames.map((name) => (
          <div key={name} data-off={name === 'byHand' && way !== 'hand' ? '' : undefined}>
            <RangeControl
              field={fields[name]}
              value={settings[name]}
              onChange={set(name)}
              onMove={set(name)}
            />
          </div>
        ))}
      </div>
      <RowPlot shape={shape} picked={picked} onPick={setPick} />
      <div className="pick-row">
        <p className="explorer-words" role="status">
          {pickWords(shape, picked)}
        </p>
        <div className="explorer-controls">
          <RangeControl
            field={range({ label: 'picked pixel', min: 1, max: settings.size, default: 1, step: 1 })}
            value={picked + 1}
            onChange={pickPixel}
            onMove={pickPixel}
          />
        </div>
      </div>
      <div className="plane-row">
        <PlanePlot shape={shape} picked={picked} />
        <dl className="explorer-facts">
          {facts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> Solid cells are pixels, dashed ones zeros. Each bar is one place of the
          window, and makes one number of the output; the filled bars hold the pixel that you picked. Counts
          are shaded by their size. Below, the same in the plane, where rows and columns go by the same rule:
          the outlined square is the first window, and input and output have one scale.
        </p>
      </figcaption>
    </figure>
  )
}
