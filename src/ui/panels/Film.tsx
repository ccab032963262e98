/**
 * One curve of a run, drawn while it trains, and below it what the first seed believed at a few of its moments.
 * The setup's `film` says which. Dragging on the curve moves the epoch line.
 */
import type { MomentView } from '../../lab/views.ts'
import { useFigure, useRunValue } from '../figure/FigureContext.ts'
import { axisOf, metricOf } from '../plot/axes.ts'
import { useFittedAxis } from '../plot/useFittedAxis.ts'
import { heightOn, onCurve, shownCurve } from './film.ts'
import { FilmCurve } from './FilmCurve.tsx'
import { FilmFrame, type FilmMoment } from './FilmFrame.tsx'
import { MomentPicture } from './MomentPicture.tsx'

export function Film({ variant }: { variant: string }) {
  const { run, linear } = useFigure()
  const { setup } = run
  const { film } = setup
  if (!film) throw new Error('Expected a setup with a film, found none: add `film` to its config.ts.')
  const { metric } = film
  const config = useRunValue(run, (state) => state.config)
  const axis = useFittedAxis(run, metric, axisOf(metricOf(setup, metric), linear))
  const clock = setup.clock(config)
  const steps = film.moments(config)
  // Sentences and moments, not the state: while they stay the same nothing is rendered.
  const words = useRunValue(run, ({ now }) => {
    return JSON.stringify(now.step === 0 ? [] : film.words(...shownCurve(run, variant, metric)))
  })
  /** Of each moment that training has come to, or is on its way to, the picture that there is. */
  const views = ({ reach }: { reach: { step: number } }) =>
    steps.map((step, i) =>
      reach.step > (steps[i - 1] ?? -1) ? (run.view(variant, step) as MomentView | undefined) : undefined,
    )
  useRunValue(run, (state) =>
    views(state)
      .map((view) => view?.epoch)
      .join(),
  )
  const y = heightOn(axis)
  const moments = views(run.getState()).map((view, i): FilmMoment => {
    const [step, after] = [steps[i]!, steps[i - 1] ?? -1]
    const planned = clock.start + (step / setup.steps(config)) * (clock.end - clock.start)
    const curve = [run.history.epochs(variant), run.history.median(variant, metric)] as const
    return {
      epoch: view?.epoch ?? planned,
      right: view?.right ?? null,
      y: view && curve[0].length > 0 ? onCurve(...curve, view.epoch, y) : null,
      picture: <MomentPicture variant={variant} step={step} after={after} />,
    }
  })
  return (
    <FilmFrame
      metric={metricOf(setup, metric)}
      axis={axis}
      clock={clock}
      words={JSON.parse(words) as { at: number; words: string }[]}
      moments={moments}
    >
      <FilmCurve metric={metric} axis={axis} clock={clock} />
    </FilmFrame>
  )
}
