/** The curves of a run as melodies, all on one scale, so that a higher one sounds higher. No DOM. */
import type { Run } from '../../../lab/runState.ts'
import { metricOf, type Axis } from '../../plot/axes.ts'
import { melody, type Tone } from './melody.ts'

/** From the least to the greatest median of all variants; where all are equal, or there is none, the plot's own axis. */
function heardAxis(run: Run, metric: string): Axis {
  const { scale, domain } = metricOf(run.setup, metric)
  const values = run
    .getState()
    .variants.flatMap((variant) => Array.from(run.history.median(variant, metric)))
    .filter((value) => Number.isFinite(value) && (scale === 'linear' || value > 0))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return { scale, domain: low < high ? [low, high] : domain }
}

/** By variant; the median over the seeds of everything that was measured so far. */
export function curvesOf(run: Run, metric: string): ReadonlyMap<string, readonly Tone[]> {
  const { variants, config } = run.getState()
  const axis = heardAxis(run, metric)
  const clock = run.setup.clock(config)
  return new Map(
    variants.map((variant) => [
      variant,
      melody(run.history.epochs(variant), run.history.median(variant, metric), clock, axis),
    ]),
  )
}
