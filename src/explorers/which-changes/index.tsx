/** Explorer: a digit is moved, turned, squashed and mirrored. Is it still one, and how far has it gone? No training. */
import { useMemo, useState } from 'react'
import { range } from '../../lab/config.ts'
import { RangeControl, Segments } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { cases } from './cases.ts'
import { DistancePlot } from './DistancePlot.tsx'
import { distancesTo, drawings, drawn, size } from './drawn.ts'
import { guesses, labelOf, type Guess } from './label.ts'
import { Picture } from './Picture.tsx'
import { distance, inkKept, resample, type Mirror } from './resample.ts'
import { aDigit, answerWords, changeWords, guessWords, nearerWords } from './wording.ts'

const fields = {
  right: range({ label: 'shift right', min: -3, max: 3, default: 0, step: 1, unit: 'pixels' }),
  down: range({ label: 'shift down', min: -3, max: 3, default: 0, step: 1, unit: 'pixels' }),
  turn: range({ label: 'turn', min: -180, max: 180, default: 0, step: 15, unit: 'degrees' }),
  width: range({ label: 'width', min: 0.5, max: 1.5, default: 1, step: 0.1, unit: 'times' }),
  height: range({ label: 'height', min: 0.5, max: 1.5, default: 1, step: 0.1, unit: 'times' }),
}
const settingNames = Object.keys(fields) as (keyof typeof fields)[]

const mirrors: readonly { id: Mirror; words: string }[] = [
  { id: 'no', words: 'No' },
  { id: 'leftRight', words: 'Left to right' },
  { id: 'upDown', words: 'Top to bottom' },
]
const digitChoices = Array.from({ length: 10 }, (_, digit) => ({ id: String(digit), words: String(digit) }))
const first = cases[0]!

export default function WhichChanges({ id, number: figureNumber }: FigureProps) {
  const [seed, setSeed] = useState(0)
  /** Null once the reader has changed anything. */
  const [chosen, setChosen] = useState<string | null>(first.id)
  const [{ digit, change }, setShown] = useState({ digit: first.digit, change: first.change })
  const [guess, setGuess] = useState<Guess | null>(null)
  const all = useMemo(() => drawings(seed), [seed])
  const { image, others, strangers } = useMemo(() => drawn(all, digit), [all, digit])
  const near = useMemo(() => distancesTo(image, others), [image, others])
  const far = useMemo(() => distancesTo(image, strangers), [image, strangers])
  const after = useMemo(() => resample(image, size, change), [image, change])
  const moved = distance(image, after)
  const label = labelOf(digit, change, inkKept(image, after, change))
  /** What a case makes of the digit is seen once it is guessed. */
  const hidden = chosen !== null && guess === null
  const titleId = `${id ?? 'which-changes'}-title`

  const show = (next: { digit?: number; change?: Partial<typeof change> }) => {
    setShown((now) => ({ digit: next.digit ?? now.digit, change: { ...now.change, ...next.change } }))
    setChosen(null)
    setGuess(null)
  }
  const words = guessWords(digit)
  return (
    <figure className="fig explorer which-changes" data-explorer="which-changes" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} Which changes
            keep the label?
          </p>
          <p className="fig-subtitle">
            Guess what each change makes of the digit. Then change digits of your own choice.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">Changes to guess</legend>
        {cases.map((each) => (
          <label key={each.id} className={each.id === chosen ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name={`${titleId}-case`}
              checked={each.id === chosen}
              onChange={() => {
                setShown({ digit: each.digit, change: each.change })
                setChosen(each.id)
                setGuess(null)
              }}
            />
            {each.words}
          </label>
        ))}
      </fieldset>
      <div className="changed-row">
        <div>
          <p className="plot-name">Before</p>
          <Picture image={image} label={`An image of ${aDigit(digit)}`} />
        </div>
        <div>
          <p className="plot-name">After</p>
          <Picture
            image={hidden ? null : after}
            label={
              hidden
                ? 'The changed image is shown when you have answered'
                : `The image of ${aDigit(digit)}, ${changeWords(change)}`
            }
          />
        </div>
        <div className="guessing">
          <p className="asked">{chosen === null ? 'What do you call it now?' : 'What will it be?'}</p>
          <Segments<Guess | 'open'>
            label="What it is after the change"
            options={guesses.map((each) => ({ id: each, words: words[each] }))}
            value={guess ?? 'open'}
            onChange={(value) => setGuess(value === 'open' ? null : value)}
          />
          <p className="explorer-words" role="status">
            {answerWords(digit, guess, label)}
          </p>
        </div>
      </div>
      <p className="plot-name">Distance from the image before, over all {size * size} pixels</p>
      <DistancePlot
        rows={[
          { name: `${others.length} other drawings of ${aDigit(digit)}`, distances: near },
          { name: `${strangers.length} drawings of other digits`, distances: far },
        ]}
        moved={moved}
        label={`The change takes the image ${moved.toFixed(1)} away. Other drawings of ${aDigit(digit)} are ${near[0]!.toFixed(1)} to ${near.at(-1)!.toFixed(1)} away, other digits ${far[0]!.toFixed(1)} to ${far.at(-1)!.toFixed(1)}.`}
      />
      <dl className="explorer-facts">
        <div>
          <dt>Moved by</dt>
          <dd>{moved.toFixed(2)}</dd>
        </div>
        <div>
          <dt>Nearer to it</dt>
          <dd>
            {nearerWords(near, moved)} other drawings of {aDigit(digit)}, {nearerWords(far, moved)} drawings
            of other digits
          </dd>
        </div>
      </dl>
      <div className="explorer-controls digit-choice">
        <div className="field">
          <span>Digit</span>
          <Segments
            label="Digit"
            options={digitChoices}
            value={String(digit)}
            onChange={(value) => show({ digit: Number(value) })}
          />
        </div>
        <button type="button" className="btn line" onClick={() => setSeed(seed + 1)}>
          Draw new ones
        </button>
      </div>
      <div className="explorer-controls">
        {settingNames.map((name) => {
          const set = (value: number) => show({ change: { [name]: value } })
          return (
            <RangeControl key={name} field={fields[name]} value={change[name]} onChange={set} onMove={set} />
          )
        })}
        <div className="field">
          <span>Mirror</span>
          <Segments
            label="Mirror"
            options={mirrors}
            value={change.mirror}
            onChange={(mirror) => show({ change: { mirror } })}
          />
        </div>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> The image is stretched, mirrored, turned about its middle and moved, in this
          order. What comes in from outside is paper. Each short line is another drawing: its distance is the
          length of the difference of the two images, with a coordinate for each pixel. The long line is the
          changed image. The answers were written by people: no network and no formula here knows what a digit
          is called.
        </p>
      </figcaption>
    </figure>
  )
}
