/** Explorer: one activation at a time, its value, slope and range at a number that the reader chooses. No training. */
import { useMemo, useState } from 'react'
import { range } from '../../lab/config.ts'
import { activationNames, scalarActivations, type ActivationName } from '../../nn/activations/scalar.ts'
import { RangeControl } from '../../ui/controls/fields.tsx'
import { formatTick } from '../../ui/format.ts'
import type { Domain } from '../../ui/plot/ticks.ts'
import type { FigureProps } from '../../ui/index.ts'
import { FunctionPlot } from './FunctionPlot.tsx'
import { number, rangeWords, slopeWords, valueWords } from './wording.ts'

const xDomain: Domain = [-5, 5]
const valueDomain: Domain = [-2, 3]
const slopeDomain: Domain = [-0.75, 1.5]

/** Where the slope is smaller than this, the figure calls the function flat: saturated. */
const flatBelow = 0.05

const xField = range({ label: 'z', min: -5, max: 5, default: 1, step: 0.1 })

/** Stretches of the axis on which the function is flat. */
function flatStretches(slope: (x: number) => number): Domain[] {
  const stretches: Domain[] = []
  let from: number | null = null
  for (let i = -50; i <= 50; i++) {
    const flat = Math.abs(slope(i / 10)) < flatBelow
    if (flat && from === null) from = i / 10
    if (from !== null && (!flat || i === 50)) {
      stretches.push([from, flat ? i / 10 : (i - 1) / 10])
      from = null
    }
  }
  return stretches.filter(([a, b]) => b > a)
}

/** e^−1.50 with its power raised. */
const raised = (text: string) =>
  text.split(/\^(−?[\d.]+|z)/).map((part, i) => (i % 2 === 1 ? <sup key={`${i} ${part}`}>{part}</sup> : part))

const greek: Readonly<Record<string, string>> = { alpha: 'α', w1: 'w₁', b1: 'b₁', w2: 'w₂', b2: 'b₂' }

export default function ActivationExplorer({ number: figureNumber }: FigureProps) {
  const [name, setName] = useState<ActivationName>('sigmoid')
  const [x, setX] = useState(xField.default)
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const activation = scalarActivations[name]
  const params = useMemo(
    () =>
      Object.fromEntries(
        activation.params.map((param) => [param.name, chosen[`${name} ${param.name}`] ?? param.default]),
      ),
    [activation, chosen, name],
  )
  const value = (at: number) => activation.value(at, params)
  const slope = (at: number) => activation.slope(at, params)
  const bounds = activation.range(params)
  const flat = flatStretches(slope)
  const limits = [
    { at: bounds.low, label: `not below ${formatTick(bounds.low)}`, below: true },
    { at: bounds.high, label: `not above ${formatTick(bounds.high)}`, below: false },
  ].filter(({ at }) => Number.isFinite(at))
  const words = { value: valueWords(name, x, params), slope: slopeWords(slope(x)) }
  return (
    <figure
      className="fig explorer"
      data-explorer="activation-explorer"
      aria-labelledby="activation-explorer-title"
    >
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id="activation-explorer-title">
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} Each activation
            at one number
          </p>
          <p className="fig-subtitle">Choose a function, then drag z: its value, its slope, its range.</p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">Activation</legend>
        {activationNames.map((id) => (
          <label key={id} className={id === name ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name="activation-explorer-function"
              checked={id === name}
              onChange={() => setName(id)}
            />
            {scalarActivations[id].label}
          </label>
        ))}
      </fieldset>
      <div className="explorer-plots">
        <FunctionPlot
          title={`value f(z) of ${activation.label}`}
          series="s1"
          of={value}
          xDomain={xDomain}
          yDomain={valueDomain}
          x={x}
          onX={setX}
          tangent={slope(x)}
          limits={limits}
          label={`${activation.label}: at z = ${number(x)} the value is ${number(value(x))}. Range ${rangeWords(bounds)}.`}
        />
        <FunctionPlot
          title="slope f′(z)"
          series="s2"
          of={slope}
          xDomain={xDomain}
          yDomain={slopeDomain}
          x={x}
          onX={setX}
          flat={flat}
          label={`Slope of ${activation.label}: at z = ${number(x)} it is ${number(slope(x))}.`}
        />
      </div>
      <div className="explorer-controls">
        <RangeControl field={xField} value={x} onChange={setX} onMove={setX} />
        {activation.params.map((param) => {
          const key = `${name} ${param.name}`
          const set = (next: number) => setChosen((before) => ({ ...before, [key]: next }))
          return (
            <RangeControl
              key={key}
              field={range({
                label: greek[param.name] ?? param.name,
                min: param.min,
                max: param.max,
                default: param.default,
                step: 0.01,
                ...(param.learned ? { unit: 'learned in training' } : {}),
              })}
              value={params[param.name] ?? param.default}
              onChange={set}
              onMove={set}
            />
          )
        })}
      </div>
      <dl className="explorer-facts">
        <div>
          <dt>Value</dt>
          <dd>{raised(words.value)}</dd>
        </div>
        <div>
          <dt>Slope</dt>
          <dd>{words.slope}</dd>
        </div>
        <div>
          <dt>Range</dt>
          <dd>{rangeWords(bounds)}</dd>
        </div>
        <div>
          <dt>Centre</dt>
          <dd>
            {activation.zeroCentred
              ? 'Zero-centred: f(−z) is −f(z).'
              : 'Not zero-centred: f(−z) is not −f(z).'}
          </dd>
        </div>
        <div>
          <dt>Flat</dt>
          <dd>
            {flat.length === 0
              ? `Nowhere: the slope is at least ${flatBelow} in size everywhere here.`
              : `${flat.map(([a, b]) => `from ${number(a)} to ${number(b)}`).join(' and ')} the slope is below ${flatBelow} in size (shaded).`}
          </dd>
        </div>
      </dl>
      <figcaption>
        <p>
          <b>How to read it.</b> The dark line touches the curve at z: its steepness is the slope that the
          other plot shows. Dashed lines are values that the function never goes beyond.
        </p>
      </figcaption>
    </figure>
  )
}
