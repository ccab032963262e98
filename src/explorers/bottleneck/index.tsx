/** Explorer: the weights of a convolution, and of a bottleneck that could take its place. No training. */
import { useState } from 'react'
import { range } from '../../lab/config.ts'
import { RangeControl, Segments } from '../../ui/controls/fields.tsx'
import type { FigureProps } from '../../ui/index.ts'
import type { Vector } from '../../ui/plane/geometry.ts'
import { Plane } from '../../ui/plane/Plane.tsx'
import { Bar } from './Bar.tsx'
import { bottleneck, evenShare, plain, sum, weightsOf } from './count.ts'
import { OnePixel } from './OnePixel.tsx'
import { Stack } from './Stack.tsx'
import { bottleneckWords, comparedWords, counts, evenWords, plainWords } from './wording.ts'

/** C′ is a multiple of it. */
const step = 4
const channelsField = range({ label: 'channels C', min: 16, max: 512, default: 256, step: 16 })
const sideField = range({ label: 'map', min: 7, max: 56, default: 14, step: 7, unit: 'pixels a side' })
const kernelChoices = (['1', '3', '5', '7'] as const).map((id) => ({ id, words: `${id} × ${id}` }))
type KernelChoice = (typeof kernelChoices)[number]['id']

/** Shares of C that have a name. */
const shares = [
  { words: 'A quarter: C′ = C / 4', of: 1 / 4 },
  { words: 'A half: C′ = C / 2', of: 1 / 2 },
  { words: 'Not narrower: C′ = C', of: 1 },
] as const
/** A share of C as a multiple of the step. */
const narrowed = (channels: number, share: number) =>
  Math.max(step, Math.round((channels * share) / step) * step)

export default function Bottleneck({ id, number: figureNumber }: FigureProps) {
  const [channels, setChannels] = useState(channelsField.default)
  const [narrow, setNarrow] = useState(64)
  const [kernelChoice, setKernelChoice] = useState<KernelChoice>('3')
  const [side, setSide] = useState(sideField.default)
  const sizes = { channels, narrow, kernel: Number(kernelChoice) }
  const [one, three] = [plain(sizes), bottleneck(sizes)]
  const weights = sum(one, weightsOf)
  const most = Math.max(weights, sum(three, weightsOf))
  /** Weights of a bottleneck of that C′, in those of the plain convolution. */
  const relative = (at: number) => sum(bottleneck({ ...sizes, narrow: at }), weightsOf) / weights
  const even = evenShare(sizes.kernel) * channels
  const titleId = `${id ?? 'bottleneck'}-title`
  const narrowField = range({ label: 'channels between C′', min: step, max: channels, default: 64, step })
  /** C′ keeps its share of C. */
  const changeChannels = (next: number) => {
    setNarrow(Math.min(next, narrowed(next, narrow / channels)))
    setChannels(next)
  }
  return (
    <figure className="fig explorer bottleneck" data-explorer="bottleneck" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} One convolution,
            or three through a bottleneck
          </p>
          <p className="fig-subtitle">
            Both take C channels and give C channels. Change C, C′ and the kernel, and count.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">How narrow</legend>
        {shares.map(({ words, of }) => {
          const at = narrowed(channels, of)
          return (
            <label key={words} className={at === narrow ? 'chip on' : 'chip'}>
              <input
                className="sr"
                type="radio"
                name={`${titleId}-share`}
                checked={at === narrow}
                onChange={() => setNarrow(at)}
              />
              {words}
            </label>
          )
        })}
      </fieldset>
      <div className="stacks">
        <div>
          <p className="plot-name">Plain</p>
          <Stack name="Plain" layers={one} widest={channels} />
          <Bar layers={one} most={most} />
        </div>
        <div>
          <p className="plot-name">Bottleneck</p>
          <Stack name="Bottleneck" layers={three} widest={channels} />
          <Bar layers={three} most={most} />
        </div>
      </div>
      <p className="explorer-words" role="status">
        {comparedWords(sizes)}
      </p>
      <div className="explorer-controls">
        <RangeControl
          field={channelsField}
          value={channels}
          onChange={changeChannels}
          onMove={changeChannels}
        />
        <RangeControl field={narrowField} value={narrow} onChange={setNarrow} onMove={setNarrow} />
        <RangeControl field={sideField} value={side} onChange={setSide} onMove={setSide} />
        <div className="field">
          <span>Kernel k × k</span>
          <Segments label="Kernel" options={kernelChoices} value={kernelChoice} onChange={setKernelChoice} />
        </div>
      </div>
      <div className="explorer-plots">
        <div>
          <Plane
            title="Weights of the bottleneck, in those of the plain convolution"
            x={[0, channels]}
            y={[0, relative(channels) * 1.08]}
            xName="C′"
            yName="times as many weights"
            size="low"
            label={`At C′ = ${narrow} the bottleneck has ${relative(narrow).toFixed(3)} times the weights of the plain convolution. Both have as many at C′ = ${even.toFixed(0)}.`}
            grips={[
              {
                name: 'Channels between',
                at: [narrow, relative(narrow)],
                x: [step, channels],
                y: [relative(narrow), relative(narrow)],
                step,
                onMove: ([x]) => setNarrow(x),
              },
            ]}
            notes={[{ at: [even, 1], words: 'as many', away: [-8, 8], dot: true }]}
          >
            {(frame) => (
              <g className="s1">
                <path
                  className="level"
                  d={frame.path([
                    [0, 1],
                    [channels, 1],
                  ])}
                />
                <path
                  className="curve"
                  d={frame.path(
                    Array.from({ length: 65 }, (_, i): Vector => {
                      const at = (i * channels) / 64
                      return [at, relative(at)]
                    }),
                  )}
                />
              </g>
            )}
          </Plane>
        </div>
        <div>
          <table className="counts">
            <caption className="sr">
              Numbers of both, for a map of {side} by {side} pixels
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr">number of</span>
                </th>
                <th scope="col">Plain</th>
                <th scope="col">Bottleneck</th>
              </tr>
            </thead>
            <tbody>
              {counts(sizes, side).map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>{row.plain}</td>
                  <td>{row.bottleneck}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <dl className="explorer-facts">
            <div>
              <dt>Plain</dt>
              <dd>{plainWords(sizes)}</dd>
            </div>
            <div>
              <dt>Bottleneck</dt>
              <dd>{bottleneckWords(sizes)}</dd>
            </div>
            <div>
              <dt>Even</dt>
              <dd>{evenWords(sizes)}</dd>
            </div>
          </dl>
        </div>
      </div>
      <OnePixel />
      <figcaption>
        <p>
          <b>How to read it.</b> A thick bar is a set of channels, as wide as there are many; a layer stands
          between two of them. Weights are those of all filters; each filter has a bias besides. Multiply-adds
          count every weight once for each pixel of the map, at stride 1 with same padding. The small maps are
          a 1 × 1 convolution: at the picked pixel the numbers of all three channels go through one dense
          layer, and every other pixel has the same one.
        </p>
      </figcaption>
    </figure>
  )
}
