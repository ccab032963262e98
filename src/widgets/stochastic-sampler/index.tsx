/** Figure: one window of four activations, drawn from again and again, and the number that stands for it in use. */
import type { Run } from '../../lab/runState.ts'
import {
  formatNumber,
  formatPercent,
  isOver,
  LinePlot,
  LiveFigure,
  medianAt,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { useRun } from '../useRun.ts'
import setup from './config.ts'
import { Shares } from './Shares.tsx'

/** How near is "at", as a share of the way from the average to the maximum. */
const near = 0.1

/** The means at the epoch line, or at the end of what was computed; null where one of them is not there. */
function means(run: Run, where?: 'reach') {
  const [drawn, inUse, average, max] = ['drawn', 'inUse', 'average', 'max'].map((variant) =>
    medianAt(run, variant, 'mean', where),
  )
  if (drawn === undefined || inUse === undefined || average === undefined || max === undefined) return null
  return { drawn, inUse, average, max }
}

const question: Question = {
  ask: 'Before you run it: one activation is drawn, again and again. Where does the mean of all draws end?',
  context: 'Each activation has a probability in proportion to its size. The median of five seeds counts.',
  options: [
    { id: 'average', label: 'At their average' },
    { id: 'between', label: 'Between average and maximum' },
    { id: 'max', label: 'At their maximum' },
  ],
  answer(run) {
    const found = isOver(run) ? means(run, 'reach') : null
    if (!found) return null
    const { drawn, average, max } = found
    if (drawn <= average + near * (max - average)) return 'average'
    return drawn >= max - near * (max - average) ? 'max' : 'between'
  },
}

/** From which draw on the median of the seeds stayed within a twentieth of the number in use. */
function settled(run: Run): number | null {
  const epochs = run.history.epochs('drawn')
  const median = run.history.median('drawn', 'mean')
  const target = run.history.median('inUse', 'mean')[0]
  if (target === undefined) return null
  const last = run.history.indexAt('drawn', run.getState().now.step)
  let since: number | null = null
  for (let i = last; i >= 0 && Math.abs(median[i]! - target) <= target / 20; i--) since = epochs[i]!
  return since
}

/** 3.75, 2: what is compared is close together. */
const hundredths = (value: number) => String(Math.round(value * 100) / 100)

function readout(run: Run): string | null {
  const { now } = run.getState()
  const found = means(run)
  if (now.step === 0 || !found) return null
  const { drawn, inUse, average, max } = found
  const first = `Mean of ${now.epoch.toLocaleString('en')} draws: ${hundredths(drawn)}. The same window gives ${hundredths(average)} by average, ${hundredths(max)} by maximum and ${hundredths(inUse)} in use.`
  const since = settled(run)
  if (inUse === 0) return `${first} Nothing can be drawn of zeros.`
  return since === null
    ? `${first} The draws are not within ${formatPercent(1 / 20)} of it.`
    : `${first} From draw ${since.toLocaleString('en')} on the draws’ mean was within ${formatPercent(1 / 20)} of it.`
}

export default function StochasticSampler(props: FigureProps) {
  const run = useRun('stochastic-sampler', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="stochastic-sampler"
      title="One window, drawn from again and again"
      subtitle={({ first, second, third, fourth }) =>
        `Four activations: ${[first, second, third, fourth].map(formatNumber).join(', ')}. Stochastic pooling draws one of them for each image in training. Nothing learns here.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Each draw takes one of the four activations. The line is the mean of all that were drawn so far,
          median of the seeds, with a band from the least to the greatest seed; the other three lines are what
          the window gives by other rules. Below, the part that each activation has in what is handed on: of
          the draws of the first seed, how many took it. The upright marks are the probabilities. Set the
          activations in the drawer.
        </>
      }
      paper={
        <>
          Zeiler and Fergus pool windows of 3 × 3 with overlaps in networks of three convolutional layers. A
          window is pooled there once for each image and step; here one window of 2 × 2 stands still.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="mean" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Part of each activation in the output" aside="mark: probability" height={150}>
          {(variant) => <Shares variant={variant} />}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
