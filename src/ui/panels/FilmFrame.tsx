/** What a live film and a recorded one have in common: axes, words, thin lines, and the row of pictures. No hooks. */
import type { CSSProperties, ReactNode } from 'react'
import type { Clock, Metric } from '../../lab/setup.ts'
import { formatClock, formatPercent, formatTick } from '../format.ts'
import { axisName, clockTicks, valueTicks, type Axis } from '../plot/axes.ts'
import { film, heightOn, middleOf, placeOn, tie, units } from './film.ts'

export interface FilmMoment {
  /** On the clock: of the picture, or where one is awaited. */
  epoch: number
  /** Share of the test points that were right; null while the moment has not come. */
  right: number | null
  /** px: where the curve was; null while the moment has not come. */
  y: number | null
  picture: ReactNode
}

export interface FilmFrameProps {
  metric: Metric
  axis: Axis
  clock: Clock
  words: readonly { at: number; words: string }[]
  moments: readonly FilmMoment[]
  /** The curve. */
  children: ReactNode
}

const percent = (share: number) => `${Math.round(share * 1e4) / 100}%`

const dot = ({ x, y }: { x: number; y: number }) => `M${Math.round(x * units)} ${Math.round(y)}h0`

function Ties({ moments, clock }: Pick<FilmFrameProps, 'moments' | 'clock'>) {
  const place = placeOn(clock)
  const come = moments.flatMap(({ epoch, y }, i) => (y === null ? [] : [{ x: place(epoch), y, i }]))
  return (
    <svg
      className="film-ties"
      viewBox={`0 0 ${units} ${film.end}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        className="film-tie"
        d={come.map(({ x, y, i }) => tie(x, y, middleOf(i, moments.length))).join('')}
      />
      <path className="film-dot-rim" d={come.map(dot).join('')} />
      <path className="film-dot" d={come.map(dot).join('')} />
    </svg>
  )
}

export function FilmFrame({ metric, axis, clock, words, moments, children }: FilmFrameProps) {
  const [place, y] = [placeOn(clock), heightOn(axis)]
  const span = clock.end - clock.start
  return (
    <div className="film" style={{ '--film-count': moments.length } as CSSProperties}>
      <div className="plot-name">
        <span>{axisName(metric, axis)}</span>
        <span className="film-aside">{clock.label}</span>
      </div>
      <div className="film-stage">
        {valueTicks(metric, axis, film.base - film.top).map((tick) => (
          <span key={tick} className="film-tick" style={{ top: Math.round(y(tick)) }}>
            <span>{formatTick(tick, metric.format)}</span>
          </span>
        ))}
        {clockTicks(clock, 600).map((tick) => (
          <span key={tick} className="film-clock" style={{ left: percent(place(tick)) }}>
            {formatTick(tick)}
          </span>
        ))}
        {children}
        <Ties moments={moments} clock={clock} />
      </div>
      <p className="film-words">
        {words.map(({ at, words: said }) => (
          <span key={at} style={{ '--at': percent(place(at)) } as CSSProperties}>
            {said}{' '}
          </span>
        ))}
      </p>
      <ol className="film-moments">
        {moments.map(({ epoch, right, picture }, i) => (
          <li key={i} data-come={right === null ? undefined : ''}>
            <div className="film-picture">{picture}</div>
            <span>
              <b>
                {clock.name} {formatClock(epoch, span)}
              </b>{' '}
              <span className="film-right">{right === null ? '' : `${formatPercent(right)} right`}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
