/** Figure: polynomials of growing degree through fifteen points, without a penalty, with a weak and with a strong one. */
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
  medianAt,
  Panel,
  TimePlots,
  VariantColumns,
  WidePanel,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { useRun } from '../useRun.ts'
import setup from './config.ts'
import { PenaltyCurve } from './PenaltyCurve.tsx'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** Degrees of a variant so far with their test errors, medians of the seeds, up to the epoch line. */
function errors(run: Run, variant: string): { degree: number; error: number }[] {
  const median = run.history.median(variant, 'testError')
  const last = run.history.indexAt(variant, run.getState().now.step)
  return Array.from(run.history.epochs(variant))
    .slice(0, last + 1)
    .map((degree, i) => ({ degree, error: median[i] ?? Number.NaN }))
}

const question: Question = {
  ask: 'Before you run it: from degree 3 to the highest, what does the test error without a penalty do?',
  context: 'The training error can only fall: every polynomial of degree 3 is also one of degree 4.',
  options: [
    { id: 'falls', label: 'It falls too' },
    { id: 'some', label: 'It grows', note: 'up to 100 times' },
    { id: 'much', label: 'It grows much', note: 'more than 100 times' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const found = errors(run, 'none')
    const [cubic, last] = [found.find(({ degree }) => degree === 3), found.at(-1)]
    if (!cubic || !last) return null
    const grown = last.error / cubic.error
    if (grown <= 1) return 'falls'
    return grown > 100 ? 'much' : 'some'
  },
}

/** For each variant the degree of its least test error, and the error at the epoch line. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const parts = variants.map((variant) => {
    const best = errors(run, variant).reduce((a, b) => (b.error < a.error ? b : a))
    const here = medianAt(run, variant, 'testError') ?? Number.NaN
    return `${labelOf(run, variant)} ${formatNumber(best.error)} at degree ${best.degree}, now ${formatNumber(here)}`
  })
  return `Least test error up to degree ${now.epoch}: ${parts.join('; ')}.`
}

export default function DegreeTwelve(props: FigureProps) {
  const run = useRun('degree-twelve', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="degree-twelve"
      title="The degree and the penalty"
      subtitle={({ points, noise, weak, strong }) =>
        `The sine sin(πx) at ${points} places with noise of ${formatSetting(noise)}; penalties λ of 0, ${formatSetting(weak)} and ${formatSetting(strong)}. Solved exactly, no training.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Run raises the degree by one at a time, so the epoch line is a slider for the degree. Each fit has
          the least mean squared error + λ |w|², where w are the weights of the powers of x. The training
          error is measured on the noisy points, the test error against the sine itself, from −1 to 1. Lines
          are the median of the seeds, each with points of its own; bands run from the least to the greatest.
          Small panels show the points of the first seed, the sine (dashed) and the fit, which may leave them.
          The lowest panel asks all penalties at the degree of the epoch line.
        </>
      }
      paper={
        <>
          Bishop&rsquo;s book fits polynomials of degree 0 to 9 to ten noisy points of a sine, evenly spaced,
          and then penalises degree 9. Here the points lie at random, so the ends of the interval may be
          empty, and many draws of the points are compared.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="trainingError" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="The points and the fit" aside="dashed: without noise" height={190}>
          {(variant) => (
            <Fit
              variant={variant}
              pick={(view: View) => view.fit}
              of="Polynomial through the points"
              domain={[-2, 2]}
            />
          )}
        </Panel>
        <WidePanel title="Test error by penalty, at this degree" aside="median of the seeds" height={240}>
          <PenaltyCurve />
        </WidePanel>
      </VariantColumns>
    </LiveFigure>
  )
}
