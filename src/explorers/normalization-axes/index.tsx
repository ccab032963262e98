/** Explorer: which activations share a mean and a variance, on a block that the reader turns. No training. */
import { useState } from 'react'
import { range, type RangeField } from '../../lab/config.ts'
import { RangeControl, Segments } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import { Block } from './Block.tsx'
import { turned, type Turn } from './projection.ts'
import { methods, positionsOf, within, type Method, type Place, type Shape } from './sharing.ts'
import { channelWord, facts, names, pictureWords, sharingWords } from './wording.ts'

const shapes = {
  dense: { examples: 4, channels: 6, height: 1, width: 1 },
  convolution: { examples: 4, channels: 6, height: 2, width: 2 },
} satisfies Readonly<Record<string, Shape>>
type View = keyof typeof shapes
const views = [
  { id: 'dense', words: 'Dense: N × C' },
  { id: 'convolution', words: 'Convolution: N × C × H × W' },
] as const

/** Those that divide the channels. */
const groupChoices = (['1', '2', '3', '6'] as const).map((id) => ({ id, words: id }))

const firstTurn: Turn = { yaw: -34, pitch: 26 }
const firstPick: Place = { example: 1, channel: 3, position: 0 }
const bigTurn = 15

const turns = [
  { words: 'Turn left', sign: '←', yaw: -bigTurn, pitch: 0 },
  { words: 'Turn right', sign: '→', yaw: bigTurn, pitch: 0 },
  { words: 'Tilt back', sign: '↑', yaw: 0, pitch: -bigTurn },
  { words: 'Tilt forward', sign: '↓', yaw: 0, pitch: bigTurn },
] as const

/** A slider from 1 to `count`; a single stop would leave nothing to slide, so it has two and is hidden. */
const counting = (label: string, count: number): RangeField =>
  range({ label, min: 1, max: Math.max(2, count), default: 1, step: 1 })

export default function NormalizationAxes({ id, number: figureNumber }: FigureProps) {
  const [method, setMethod] = useState<Method>('batch')
  const [view, setView] = useState<View>('convolution')
  const [groups, setGroups] = useState<(typeof groupChoices)[number]['id']>('2')
  const [place, setPlace] = useState(firstPick)
  const [turn, setTurn] = useState(firstTurn)
  const shape: Shape = shapes[view]
  const pick = within(place, shape)
  const positions = positionsOf(shape)
  const titleId = `${id ?? 'normalization-axes'}-title`
  const moves = [
    { key: 'example', label: 'picked example', count: shape.examples },
    { key: 'channel', label: `picked ${channelWord(shape)}`, count: shape.channels },
    { key: 'position', label: 'picked position', count: positions },
  ] as const
  return (
    <figure
      className="fig explorer normalization-axes"
      data-explorer="normalization-axes"
      aria-labelledby={titleId}
    >
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} Who shares a
            mean and a variance
          </p>
          <p className="fig-subtitle">
            One cube is one activation. Choose a normalization, pick a cube, turn the block.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">Normalization</legend>
        {methods.map((each) => (
          <label key={each} className={each === method ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name={`${titleId}-method`}
              checked={each === method}
              onChange={() => setMethod(each)}
            />
            {names[each]}
          </label>
        ))}
      </fieldset>
      <div className="axes-body">
        <div className="axes-picture">
          <div className="axes-choices explorer-controls">
            <Segments label="Layer" options={views} value={view} onChange={setView} />
          </div>
          <Block
            method={method}
            shape={shape}
            groups={Number(groups)}
            pick={pick}
            onPick={setPlace}
            turn={turn}
            onTurn={setTurn}
            label={pictureWords(method, pick, shape, Number(groups))}
          />
          <div className="axes-turns explorer-controls">
            {turns.map(({ words, sign, yaw, pitch }) => (
              <button
                key={words}
                type="button"
                className="btn line sq"
                aria-label={words}
                onClick={() => setTurn((now) => turned(now, yaw, pitch))}
              >
                <span aria-hidden="true">{sign}</span>
              </button>
            ))}
            <button type="button" className="btn quiet" onClick={() => setTurn(firstTurn)}>
              As at first
            </button>
          </div>
        </div>
        <div className="axes-words">
          <p className="axes-key">
            <span>
              <i className="key-pick" /> your pick
            </span>
            <span>
              <i className="key-shared" /> shares its statistics
            </span>
            <span>
              <i className="key-other" /> does not
            </span>
          </p>
          <p className="explorer-words" role="status">
            {sharingWords(method, shape, Number(groups))}
          </p>
          <dl className="explorer-facts">
            {facts(method, shape, Number(groups)).map(({ name, words }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <div className="axes-moves explorer-controls">
            {moves.map(({ key, label, count }) => {
              const set = (next: number) => setPlace({ ...pick, [key]: next - 1 })
              return (
                <div key={key} data-off={count === 1 ? '' : undefined}>
                  <RangeControl
                    field={counting(label, count)}
                    value={pick[key] + 1}
                    onChange={set}
                    onMove={set}
                  />
                </div>
              )
            })}
            <div className="field axes-groups" data-off={method === 'group' ? undefined : ''}>
              <span>Groups</span>
              <Segments label="Groups" options={groupChoices} value={groups} onChange={setGroups} />
            </div>
          </div>
        </div>
      </div>
      <figcaption>
        <p>
          <b>How to read it.</b> From left to right run the channels, from front to back the examples of a
          batch, from top to bottom the positions of a channel, its H × W pixels one below the other. The
          large cubes are all the numbers that enter the same statistics as your pick. Drag the block to look
          behind them.
        </p>
      </figcaption>
    </figure>
  )
}
