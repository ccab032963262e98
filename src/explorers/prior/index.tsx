/** Explorer: a likelihood of one weight, a prior, and the posterior's mode and draws. No training. */
import { useMemo, useState } from 'react'
import { random } from '../../nn/random.ts'
import type { FigureProps } from '../../ui/index.ts'
import type { Vector } from '../../ui/plane/geometry.ts'
import { decimals } from '../../ui/plane/number.ts'
import { Plane } from '../../ui/plane/Plane.tsx'
import {
  logLikelihood,
  logPosterior,
  logPrior,
  posteriorDraws,
  posteriorMode,
  priorKinds,
  type Beliefs,
  type PriorKind,
} from './bayes.ts'
import { Draws } from './Draws.tsx'
import { drawWords, modeWords, names, penaltyWords, scaleSign } from './wording.ts'

const view = [-3, 4] as const
const centres = [-1.5, 2.5] as const
const widths = [0.2, 1.4] as const
const scales = [0.2, 2] as const
const step = 0.05
const drawCount = 1000

/** How high each curve is drawn, so that the names at their peaks keep apart. */
const peaks = { prior: 0.4, likelihood: 0.7, posterior: 1 } as const
const heights = [0, 1.25] as const
/** px from a peak to its name: beside the upright line of the mode, and not under the reader's point. */
const nameAway = { prior: [-9, 5], likelihood: [20, -6], posterior: [9, 3] } as const

const weights = Array.from({ length: 281 }, (_, i) => view[0] + i / 40)
const everyCentre = Array.from({ length: 161 }, (_, i) => centres[0] + i / 40)

export default function Prior({ id, number: figureNumber }: FigureProps) {
  const [kind, setKind] = useState<PriorKind>('gaussian')
  const [centre, setCentre] = useState(0.9)
  const [width, setWidth] = useState(0.6)
  const [scale, setScale] = useState(0.6)
  const [seed, setSeed] = useState(0)
  const beliefs: Beliefs = useMemo(() => ({ kind, centre, width, scale }), [kind, centre, width, scale])
  const mode = posteriorMode(beliefs)
  const draws = useMemo(
    () => posteriorDraws(beliefs, drawCount, random(seed).split('draws')),
    [beliefs, seed],
  )
  const top = logPosterior(beliefs, mode)
  const curves = [
    { name: 'prior', series: 's2', at: 0, of: (w: number) => logPrior(beliefs, w) },
    { name: 'likelihood', series: 's1', at: centre, of: (w: number) => logLikelihood(beliefs, w) },
    { name: 'posterior', series: 's3', at: mode, of: (w: number) => logPosterior(beliefs, w) - top },
  ] as const
  // A Gaussian has come down to e^(−1/2) of its peak where its standard deviation is, a Laplace to e^(−1) at b.
  const scaleHeight = peaks.prior * Math.exp(logPrior(beliefs, scale))
  const titleId = `${id ?? 'prior'}-title`
  const sign = scaleSign[kind]
  const words = modeWords(beliefs)
  return (
    <figure className="fig explorer prior" data-explorer="prior" aria-labelledby={titleId}>
      <div className="fig-head">
        <div className="fig-names">
          <p className="fig-title" id={titleId}>
            {figureNumber ? <span className="fig-number">Figure {figureNumber}</span> : null} A prior, a
            likelihood, and the most probable weight
          </p>
          <p className="fig-subtitle">
            Choose a prior and drag its scale {sign}. Drag the centre m and the width s of the likelihood.
          </p>
        </div>
      </div>
      <fieldset className="chips">
        <legend className="sr">Prior</legend>
        {priorKinds.map((each) => (
          <label key={each} className={each === kind ? 'chip on' : 'chip'}>
            <input
              className="sr"
              type="radio"
              name={`${titleId}-kind`}
              checked={each === kind}
              onChange={() => setKind(each)}
            />
            {names[each]} prior
          </label>
        ))}
      </fieldset>
      <div className="explorer-plots">
        <div>
          <Plane
            title="Three densities of one weight, each to a height of its own"
            x={view}
            y={heights}
            xName="w"
            size="tall"
            label={`${names[kind]} prior with ${sign} = ${decimals(scale)}, likelihood with its centre at ${decimals(centre)} and width ${decimals(width)}. ${words}`}
            grips={[
              {
                name: `Scale ${sign} of the prior`,
                sign,
                at: [scale, scaleHeight],
                x: scales,
                y: [scaleHeight, scaleHeight],
                step,
                onMove: ([x]) => setScale(x),
              },
              {
                name: 'Width s of the likelihood',
                sign: 's',
                at: [centre + width, peaks.likelihood * Math.exp(-1 / 2)],
                x: [centre + widths[0], centre + widths[1]],
                y: [peaks.likelihood * Math.exp(-1 / 2), peaks.likelihood * Math.exp(-1 / 2)],
                step,
                onMove: ([x]) => setWidth(Number((x - centre).toFixed(2))),
              },
              {
                name: 'Centre m of the likelihood',
                sign: 'm',
                at: [centre, peaks.likelihood],
                x: centres,
                y: [peaks.likelihood, peaks.likelihood],
                step,
                onMove: ([x]) => setCentre(x),
              },
            ]}
            notes={[
              ...curves.map(({ name, series, at }) => ({
                at: [at, peaks[name]] as const,
                words: name,
                series,
                away: nameAway[name],
              })),
              { at: [mode, 1.15], words: `mode ${decimals(mode)}`, away: [0, 4] },
            ]}
          >
            {(frame) => (
              <>
                <path
                  className="reach"
                  d={frame.path([
                    [mode, 0],
                    [mode, 1.08],
                  ])}
                />
                {curves.map(({ name, series, at, of }) => (
                  <g key={name} className={series}>
                    <path
                      className="curve"
                      // the peak is among the points, also where it is sharp
                      d={frame.path(
                        [...weights, at, 0]
                          .toSorted((a, b) => a - b)
                          .map((w): Vector => [w, peaks[name] * Math.exp(of(w))]),
                      )}
                    />
                  </g>
                ))}
              </>
            )}
          </Plane>
          <p className="explorer-words" role="status">
            {words}
          </p>
        </div>
        <div>
          <Plane
            title="The mode, for every centre"
            x={centres}
            y={centres}
            xName="centre m"
            yName="mode"
            size="low"
            label={`The mode for every centre. Without a prior the two would be the same. At ${decimals(centre)} it is ${decimals(mode)}.`}
            notes={[{ at: [centre, mode], words: 'here', away: [10, -16], dot: true }]}
          >
            {(frame) => (
              <>
                <path
                  className="level"
                  d={frame.path([
                    [centres[0], centres[0]],
                    [centres[1], centres[1]],
                  ])}
                />
                <g className="s3">
                  <path
                    className="curve solid"
                    d={frame.path(
                      everyCentre.map((m): Vector => [m, posteriorMode({ ...beliefs, centre: m })]),
                    )}
                  />
                </g>
              </>
            )}
          </Plane>
          <Draws draws={draws} view={view} mode={mode} words={drawWords(draws)} />
          <div className="new-draws">
            <button type="button" className="btn line" onClick={() => setSeed((now) => now + 1)}>
              New draws
            </button>
            <span className="num">seed {seed}</span>
          </div>
        </div>
      </div>
      <dl className="explorer-facts">
        <div>
          <dt>Loss</dt>
          <dd>−log likelihood: (w − m)² / (2 s²), summed over the data</dd>
        </div>
        <div>
          <dt>Penalty</dt>
          <dd>−log prior: {penaltyWords(beliefs)}</dd>
        </div>
        <div>
          <dt>Draws</dt>
          <dd>{drawWords(draws)}</dd>
        </div>
      </dl>
      <figcaption>
        <p>
          <b>How to read it.</b> The posterior is proportional to prior times likelihood; its mode is the
          weight where loss plus penalty is least. In the second plot the dashed line is what there would be
          without a prior. The bars count draws from the posterior; the upright line is the mode once more.
        </p>
      </figcaption>
    </figure>
  )
}
