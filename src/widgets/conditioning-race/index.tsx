/** Figure: one linear regression, learned from raw, centred, standardised and whitened inputs. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  labelOf,
  Bars,
  Bowl,
  capital,
  firstEpoch,
  formatPercent,
  formatSetting,
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
import setup, { features, rowCount } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const goal = { atMost: 0.01 }

/** The step at which a variant had 1% of its loss left to lose; null while it has not. */
const arrival = (run: Run, variant: string): number | null => firstEpoch(run, variant, 'excessLoss', goal)

const question: Question = {
  ask: 'Before you run it: which of the three changes saves the most steps on the way to 1%?',
  context: `A line through ${rowCount} rows of ${features} positive features. Each change is made on top of the one before.`,
  options: [
    { id: 'centre', label: 'Subtracting the mean', note: 'gives centred' },
    { id: 'scale', label: 'Dividing by the spread', note: 'gives standardised' },
    { id: 'decorrelate', label: 'Decorrelating', note: 'gives whitened' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    // Raw may never arrive; then what it needs is more than the run was long.
    const raw = arrival(run, 'raw') ?? run.getState().reach.step
    const [centred, standardised, whitened] = ['centred', 'standardised', 'whitened'].map((variant) =>
      arrival(run, variant),
    )
    if (centred == null || standardised == null || whitened == null) return null
    const saved = {
      centre: raw - centred,
      scale: centred - standardised,
      decorrelate: standardised - whitened,
    }
    const [most] = Object.entries(saved).sort(([, a], [, b]) => b - a)
    return most?.[0] ?? null
  },
}

/** Who has arrived at 1%, when, and how far the others are. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const name = (variant: string) => labelOf(run, variant)
  const arrived = variants.flatMap((variant) => {
    const step = arrival(run, variant)
    return step === null ? [] : [{ variant, step }]
  })
  const parts = arrived
    .sort((a, b) => a.step - b.step)
    .map(({ variant, step }) => `${name(variant)} at step ${step}`)
  const others = variants.flatMap((variant) => {
    const left = medianAt(run, variant, 'excessLoss')
    if (left === undefined || Number.isNaN(left) || arrived.some((one) => one.variant === variant)) return []
    if (left > 1) return [`the loss of ${name(variant)} has grown`]
    return [`${name(variant)} has ${formatPercent(left)} still to lose`]
  })
  const first = parts.length > 0 ? `Down to 1%: ${parts.join(', ')}.` : 'Nobody is down to 1% yet.'
  return others.length > 0 ? `${first} ${capital(others.join('; '))}.` : first
}

export default function ConditioningRace(props: FigureProps) {
  const run = useRun('conditioning-race', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="conditioning-race"
      code={() => import('./code.ts')}
      title="One regression, four versions of its inputs"
      subtitle={({ mean, rate }) =>
        `${features} features with means of ${formatSetting(mean)} spreads, learning rate ${formatSetting(rate)}/λmax.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The plot shows the loss above that of the best line, as a share of what it was at the start; less
          than a millionth is drawn as a millionth. Lines are the median of the seeds, bands run from the
          least to the greatest. The squares show the loss of the first seed from above, around the best line
          (the cross): the steepest direction points up, the flattest to the right, on one scale. From one
          contour to the next the loss changes four times. The ring is the start, dots are steps. Bars are the
          curvatures in all {features + 1} directions, bias included; the first over the last is the condition
          number.
        </>
      }
      paper={
        <>
          LeCun, Bottou, Orr and Müller advise to subtract the mean of every input, to make the spreads equal
          and, where possible, to decorrelate, and explain it with the eigenvalues of the Hessian. Here each
          variant has its own learning rate, one over its own greatest eigenvalue λmax, and statistics of the
          training rows alone.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="excessLoss" threshold={{ at: goal.atMost, label: formatPercent(goal.atMost) }} />
      </TimePlots>
      <VariantColumns>
        <Panel title="Loss from above" aside="steepest ↑ flattest →">
          {(variant) => (
            <Bowl variant={variant} pick={(view: View) => view.bowl} of="Loss around the best line" />
          )}
        </Panel>
        <Panel title="Curvatures, share of the greatest" aside="log scale" height={300}>
          {(variant) => (
            <Bars
              variant={variant}
              pick={(view: View) => view.spectrum}
              of="Curvatures of the loss, shares of the greatest"
              domain={[1e-5, 1]}
            />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
