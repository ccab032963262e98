/** Explorer: a network whose hidden units are dropped by the toss of a coin, and what all 1,024 that are possible say. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { range } from '../../lab/config.ts'
import { RangeControl, Segments } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { AnswersPlot, type Mark } from './AnswersPlot.tsx'
import { Drawing } from './Drawing.tsx'
import { allOn, answers, chances, examples, mean, network, pass, toss } from './thinned.ts'
import { number, tallyWords } from './wording.ts'

const rateField = range({ label: 'rate', unit: 'share dropped', min: 0.1, max: 0.9, step: 0.1, default: 0.5 })

const layouts = { one: network([10]), two: network([5, 5]) }
type Layout = keyof typeof layouts
const layoutChoices = [
  { id: 'one', words: 'One of 10' },
  { id: 'two', words: 'Two of 5' },
] as const

const names = ['A', 'B', 'C'] as const
type Name = (typeof names)[number]
const nameChoices = names.map((id) => ({ id, words: id }))

/** ms from one toss to the next while they go on. */
const pace = 600

export default function DropoutMasks({ id, number: figureNumber }: FigureProps) {
  const [layout, setLayout] = useState<Layout>('one')
  const [rate, setRate] = useState(rateField.default)
  const [name, setName] = useState<Name>('A')
  const [tosses, setTosses] = useState(0)
  const [going, setGoing] = useState(false)
  const net = layouts[layout]
  const keep = 1 - rate
  const which = names.indexOf(name)
  const x = examples[which]!
  const titleId = `${id ?? 'dropout-masks'}-title`

  /** Each example has a coin of its own for each unit. */
  const maskOf = (each: Name, at: number) => (at === 0 ? allOn : toss(`${at} ${each}`, keep))
  const all = useMemo(() => answers(net, x), [net, x])
  const often = useMemo(() => chances(keep), [keep])
  const sum = Array.from({ length: tosses }, (_, i) => all[maskOf(name, i + 1)]!).reduce((a, b) => a + b, 0)
  const marks: Mark[] = [
    { name: 'mean of all', kind: 'mean', at: mean(all, often) },
    { name: 'weights scaled', kind: 'scaled', at: pass(net, x, allOn, keep).answer },
    { name: 'weights as they are', kind: 'whole', at: all[allOn]! },
  ]
  const start = () => {
    setTosses(0)
    setGoing(false)
  }

  const changeRate = (value: number) => {
    setRate(value)
    start()
  }

  const next = useEffectEvent(() => setTosses((count) => count + 1))
  useEffect(() => {
    if (!going) return undefined
    const timer = setInterval(() => next(), pace)
    return () => clearInterval(timer)
  }, [going])

  return (
    <figure className="fig explorer dropout-masks" data-explorer="dropout-masks" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} One network, and
            1,024 of it
          </p>
          <p className="fig-subtitle">
            Three examples of a batch go through the same network. Toss a coin for each unit and each example.
          </p>
        </div>
      </div>
      <div className="thinned-row">
        {names.map((each, i) => {
          const mask = maskOf(each, tosses)
          const shown = pass(net, examples[i]!, mask)
          return (
            <div key={each} className="thinned-one">
              <Drawing net={net} x={examples[i]!} mask={mask} shown={shown} />
              <p>
                <b>{each}</b> answer {number(shown.answer)}
              </p>
            </div>
          )
        })}
      </div>
      <div className="thinned-actions">
        <button type="button" className="btn" onClick={() => setTosses(tosses + 1)} disabled={going}>
          Toss
        </button>
        <button type="button" className="btn line" aria-pressed={going} onClick={() => setGoing(!going)}>
          {going ? 'Stop' : 'Go on tossing'}
        </button>
        <button type="button" className="btn quiet" onClick={start}>
          All on
        </button>
        <p className="explorer-words" role="status" aria-live={going ? 'off' : 'polite'}>
          {tallyWords({ tosses, sum }, name)}
        </p>
      </div>
      <p className="plot-name">Answers of all 1,024 thinned networks to {name}</p>
      <AnswersPlot
        answers={all}
        chances={often}
        marks={marks}
        toss={all[maskOf(name, tosses)]!}
        label={`Histogram of the answers to ${name}. ${marks.map((mark) => `${mark.name}: ${number(mark.at)}`).join('. ')}.`}
      />
      <dl className="explorer-facts">
        {marks.map((mark) => (
          <div key={mark.kind}>
            <dt>{mark.name}</dt>
            <dd>{number(mark.at)}</dd>
          </div>
        ))}
      </dl>
      <div className="explorer-controls">
        <RangeControl field={rateField} value={rate} onChange={changeRate} onMove={changeRate} />
        <div className="field">
          <span>Hidden layers</span>
          <Segments
            label="Hidden layers"
            options={layoutChoices}
            value={layout}
            onChange={(value) => {
              setLayout(value)
              start()
            }}
          />
        </div>
        <div className="field">
          <span>Histogram of</span>
          <Segments label="Histogram of" options={nameChoices} value={name} onChange={setName} />
        </div>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> A full circle is a unit with a large activation, an empty one with dashes is
          off, and its connections are gone. The weights are random and fixed, the hidden units are tanh, the
          output is a plain sum, and nothing is divided by the share that is kept. The histogram counts each
          of the 1,024 answers as often as its mask is drawn; the dot is the answer of the last toss.
          &ldquo;Weights scaled&rdquo; is one pass with all units on, the weights behind them multiplied by
          the share that is kept.
        </p>
      </figcaption>
    </figure>
  )
}
