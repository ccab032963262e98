/** Figure of the home page: one network that looks stuck, and then learns. */
import type { Run } from '../../lab/runState.ts'
import { clockText, isOver, LiveFigure, medianAt, shareText, type FigureProps } from '../../ui/index.ts'
import { Film } from '../../ui/panels/Film.tsx'
import { shownCurve } from '../../ui/panels/film.ts'
import { Readout } from '../../ui/figure/Readout.tsx'
import { useRun } from '../useRun.ts'
import setup, { depth, leaves, points, stuckAbove, width } from './config.ts'

const variant = 'network'

/** Speaks when the loss leaves its flat part, and at the end. */
function readout(run: Run): string | null {
  const { now } = run.getState()
  if (now.step === 0) return null
  const loss = medianAt(run, variant, 'loss') ?? Number.NaN
  if (Number.isNaN(loss)) return 'The loss is no number any more: training has diverged.'
  const left = leaves(...shownCurve(run, variant, 'loss'))
  const over = isOver(run)
  if (left === null) return over ? 'The loss looked stuck to the end.' : 'The loss looks stuck so far.'
  const wait = `The loss looked stuck for ${clockText(run, left)} epochs.`
  return over
    ? `${wait} At the end ${shareText(run, variant, 'accuracy')} of the test points are right.`
    : wait
}

export default function LooksStuck(props: FigureProps) {
  const run = useRun('looks-stuck', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="looks-stuck"
      code={() => import('./code.ts')}
      title="A network that looks stuck"
      subtitle={`${depth} hidden layers of ${width} ReLU units, from small starting weights, learning two moons.`}
      readout={readout}
      caption={
        <>
          The line is the loss over {points} training points. Each picture shows those points and what the
          network believes about every place, at the moment that is tied to it, and how many of {points} other
          points it has right. The loss looks stuck as long as it is above {stuckAbove.toFixed(2)}, 2% below
          that of giving each class 50%.
        </>
      }
      hero={{
        run: 'Run it here',
        link: props.more ? (
          <a className="btn why" href={props.more}>
            Why was it stuck?
          </a>
        ) : null,
      }}
    >
      <Film variant={variant} />
      <Readout />
    </LiveFigure>
  )
}
