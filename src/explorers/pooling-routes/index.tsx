/** Explorer: what pooling makes of a small map, and where the gradient that arrives goes. No training. */
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { range } from '../../lab/config.ts'
import { RangeControl, Segments } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { capital } from '../../ui/format.ts'
import { NumberMap, type CellLook } from './NumberMap.tsx'
import {
  arriving,
  comparison,
  drawsOf,
  gradients,
  highest,
  isGlobal,
  outputSide,
  pool,
  shifted,
  side,
  startingMap,
  type Kind,
  type Size,
} from './routes.ts'
import { kindWords, number, pickWords, placeWords, rowsWords, shiftWords, windowName } from './wording.ts'

const kinds: readonly Kind[] = ['max', 'average', 'stochastic', 'globalAverage', 'globalMax']
const sizes = [
  { id: '2', words: '2 × 2' },
  { id: '3', words: '3 × 3' },
] as const
const shifts = [
  { id: '0', words: 'none' },
  { id: '1', words: '1 pixel' },
  { id: '2', words: '2 pixels' },
] as const
const valueField = range({ label: 'Picked number', min: 0, max: highest, step: 1, default: 0 })
const firstPick = 4
const within = (at: number) => Math.max(0, Math.min(side - 1, at))

export default function PoolingRoutes({ id, number: figureNumber }: FigureProps) {
  const original = useMemo(() => startingMap(), [])
  const [base, setBase] = useState<readonly number[]>(original)
  const [kind, setKind] = useState<Kind>('max')
  const [size, setSize] = useState<Size>(2)
  const [by, setBy] = useState(0)
  const [draw, setDraw] = useState(0)
  const [picked, setPicked] = useState(firstPick)
  const cells = useRef<(HTMLButtonElement | null)[]>([])
  const titleId = `${id ?? 'pooling-routes'}-title`

  const global = isGlobal(kind)
  const count = outputSide(kind, size) ** 2
  const draws = drawsOf(draw, count)
  const map = shifted(base, by)
  const outputs = pool(map, kind, size, draws)
  const arrives = arriving(kind, count)
  const given = gradients(outputs, arrives)
  const own = new Set(outputs.flatMap(({ places }, i) => (places.includes(picked) ? [i] : [])))
  // All of the map needs no frame.
  const inWindow = new Set(global ? [] : [...own].flatMap((i) => outputs[i]!.places))

  /** A number that came in from the left is not of the map: it stays 0. */
  const fixed = picked % side < by
  const write = (value: number) => {
    if (!fixed) setBase(base.map((old, i) => (i === picked - by ? value : old)))
  }
  const keys = (event: KeyboardEvent) => {
    const step: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    }
    const way = step[event.key]
    if (way) {
      event.preventDefault()
      const next = within(Math.floor(picked / side) + way[0]) * side + within((picked % side) + way[1])
      setPicked(next)
      cells.current[next]?.focus()
    } else if (/^\d$/.test(event.key)) write(Number(event.key))
  }
  const cell = (i: number, { className, style }: CellLook) => (
    <button
      key={`cell ${i}`}
      ref={(element) => {
        cells.current[i] = element
      }}
      type="button"
      className={i === picked ? `${className} picked` : className}
      style={style}
      tabIndex={i === picked ? 0 : -1}
      aria-pressed={i === picked}
      aria-label={`${placeWords(i)}: ${map[i]}`}
      onClick={() => setPicked(i)}
      onKeyDown={keys}
    >
      {map[i]}
    </button>
  )
  return (
    <figure className="fig explorer pooling-routes" data-explorer="pooling-routes" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} A map, pooled,
            and the way back
          </p>
          <p className="fig-subtitle">
            Pick a number of the map and change it. Follow it to the output, and the gradient back to it.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">Pooling</legend>
        {kinds.map((each) => (
          <label key={each} className={each === kind ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name={`${titleId}-kind`}
              checked={each === kind}
              onChange={() => setKind(each)}
            />
            {kindWords[each]}
          </label>
        ))}
      </fieldset>
      <div className="route-row">
        <div>
          <p className="plot-name">
            Map, {side} × {side}
          </p>
          <NumberMap
            values={map}
            limit={highest}
            marked={inWindow}
            label={`The map, ${side} by ${side} numbers. Arrow keys pick one, digits change it.`}
            cell={cell}
          />
        </div>
        <div className="route-outputs">
          <p className="plot-name">Outputs, and gradients ↑</p>
          <NumberMap
            values={outputs.map(({ value }) => value)}
            limit={highest}
            marked={own}
            label={`Outputs, ${windowName(global, size)}: ${rowsWords(outputs.map(({ value }) => value))}. Gradients that arrive: ${rowsWords(arrives)}.`}
            below={(i) => `↑ ${number(arrives[i]!)}`}
          />
        </div>
        <div>
          <p className="plot-name">Gradient of the map</p>
          <NumberMap
            values={given}
            limit={global ? 4 : 12}
            marked={inWindow}
            label={`The gradient of each number of the map: ${rowsWords(given)}.`}
          />
        </div>
      </div>
      <p className="explorer-words" role="status">
        <b>{capital(placeWords(picked))}:</b> {pickWords(map, picked, outputs, arrives, kind)}
        {fixed ? ' It came in with the shift, and stays 0.' : null}
      </p>
      <p className="explorer-words shift-words">
        {shiftWords(by, count, comparison(pool(base, kind, size, draws), outputs))}
      </p>
      <div className="explorer-controls">
        <RangeControl field={valueField} value={map[picked]!} onChange={write} onMove={write} />
        <div className="field">
          <span>Shift to the right</span>
          <Segments
            label="Shift to the right"
            options={shifts}
            value={shifts[by]!.id}
            onChange={(value) => setBy(Number(value))}
          />
        </div>
        <div className="field">
          <span>Windows, stride 2</span>
          <Segments
            label="Windows, stride 2"
            options={sizes.map((each) => ({ ...each, disabled: global }))}
            value={size === 2 ? '2' : '3'}
            onChange={(value) => setSize(value === '2' ? 2 : 3)}
          />
        </div>
      </div>
      <div className="route-actions">
        <button
          type="button"
          className="btn line"
          onClick={() => setDraw(draw + 1)}
          disabled={kind !== 'stochastic'}
        >
          Draw again
        </button>
        <button
          type="button"
          className="btn quiet"
          onClick={() => {
            setBase(original)
            setBy(0)
          }}
        >
          The first map
        </button>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> The map is the middle of a feature map: a filter for left edges over a drawn
          4, after a ReLU, as whole numbers. Framed are the window or windows of the picked number and what
          they hand on. The gradients that arrive at the outputs are made up. When the map is shifted, zeros
          come in at the left, and what leaves at the right is gone. Stochastic pooling is shown as it trains.
        </p>
      </figcaption>
    </figure>
  )
}
