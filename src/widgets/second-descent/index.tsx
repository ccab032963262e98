/** Figure: least squares on more and more random features, past as many as there are points. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  Fit,
  formatNumber,
  formatSetting,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  list,
  medianAt,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { useRun } from '../useRun.ts'
import setup, { inputs, shortest, testPoints, visited } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** Numbers of features so far with their test errors, medians of the seeds, up to the epoch line. */
function errors(run: Run, variant: string): { features: number; error: number }[] {
  const median = run.history.median(variant, 'testError')
  const last = run.history.indexAt(variant, run.getState().now.step)
  return Array.from(run.history.epochs(variant))
    .slice(0, last + 1)
    .map((features, i) => ({ features, error: median[i] ?? Number.NaN }))
}

const question: Question = {
  ask: 'Before you run it: where does the test error without a penalty end, with many more features than points?',
  context:
    'Once there are as many features as training points, the fit passes through every point, noise and all. Of the weights that do, the shortest are taken.',
  options: [
    { id: 'highest', label: 'Highest of all', note: 'it only grows' },
    { id: 'between', label: 'In between', note: 'above its least with few features' },
    { id: 'lowest', label: 'Lowest of all', note: 'below any with few features' },
  ],
  answer(run) {
    const { config } = run.getState()
    const found = errors(run, 'none')
    const end = found.at(-1)
    if (!isOver(run) || !end) return null
    const few = found.filter(({ features }) => features < Number(config['points']))
    if (end.error >= Math.max(...found.map(({ error }) => error))) return 'highest'
    return end.error < Math.min(...few.map(({ error }) => error)) ? 'lowest' : 'between'
  },
}

/** For each variant the number of features at which the test error is greatest, and the error at the epoch line. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const greatest = variants.map((variant) => {
    const { features, error } = errors(run, variant).reduce((a, b) => (b.error > a.error ? b : a))
    return `${labelOf(run, variant)} ${formatNumber(error)} with ${features}`
  })
  const here = variants.map(
    (variant) =>
      `${labelOf(run, variant)} ${formatNumber(medianAt(run, variant, 'testError') ?? Number.NaN)}`,
  )
  return `Greatest test error so far: ${list(greatest)} features. With ${now.epoch}: ${list(here)}.`
}

export default function SecondDescent(props: FigureProps) {
  const run = useRun('second-descent', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="second-descent"
      title="More features than points"
      subtitle={({ points, noise, penalty }) =>
        `${points} training points of ${inputs} numbers each, noise of ${formatSetting(noise)}, random ReLU features, penalty λ of ${formatSetting(penalty)}. Solved exactly, no training.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Run adds two random features at a time, and fits a weight for each to the same training points: the
          least mean squared error, with λ |w|² added for the variant with a penalty. The test error is
          measured on {testPoints} new points without noise. Lines are the median of the seeds, bands run from
          the least to the greatest; a training error below 10⁻⁴ is drawn as 10⁻⁴, and a length below{' '}
          {shortest} as {shortest}. Panels follow a path through the inputs, straight from one training point
          of the first seed to the next, through {visited} of them: dots are their noisy targets, the dashed
          line is the target without noise, and the fit may leave the panel.
        </>
      }
      paper={
        <>
          Belkin and colleagues fitted random features to 10,000 handwritten digits, with up to 60,000
          features, and took the weights of least length once many fit. Here 40 points and a target that is
          linear in the inputs are enough for curves of the same kind. The variant with a penalty is ours.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="trainingError" size="short" />
        <LinePlot metric="length" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title={`A path through ${visited} of the training points`}
          aside="dashed: without noise"
          height={320}
        >
          {(variant) => (
            <Fit
              variant={variant}
              pick={(view: View) => view}
              of="Fit along a path through training points"
              domain={[-3, 3]}
            />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
