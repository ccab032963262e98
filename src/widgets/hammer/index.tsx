/** Figure: forty weights of which five matter, under no penalty, L2, and L1 by two kinds of step. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  firstEpoch,
  formatNumber,
  formatSetting,
  Histograms,
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
import setup, { features, nearly, noise, rowCount, sizes } from './config.ts'
import type experiment from './train.ts'
import { WeightSizes } from './WeightSizes.tsx'

type View = ViewOf<typeof experiment>

const some = { atLeast: 1e-9 }

const question: Question = {
  ask: 'Before you run it: which of the four will end with weights that are exactly 0?',
  context: `${features} weights, all different from 0 at the start. Only ${sizes.length} of the ${features} features matter.`,
  options: [
    { id: 'nobody', label: 'None of the four', note: 'small, but never 0' },
    { id: 'oneL1', label: 'One of the two L1', note: 'the step decides' },
    { id: 'bothL1', label: 'Both L1', note: 'the penalty decides' },
    { id: 'all', label: 'L2 and both L1', note: 'any penalty does it' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const has = (variant: string) => (medianAt(run, variant, 'exactZeros', 'reach') ?? 0) > 0
    const l1 = ['l1Subgradient', 'l1SoftThreshold'].filter(has).length
    if (has('none') || (has('l2') && l1 < 2)) return null
    if (has('l2')) return 'all'
    return (['nobody', 'oneL1', 'bothL1'] as const)[l1] ?? null
  },
}

/** When the first weight was exactly zero, how many are, and where the error on new rows is least. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const count = (variant: string) => Math.round((medianAt(run, variant, 'exactZeros') ?? 0) * features)
  const withZeros = variants.filter((variant) => count(variant) > 0)
  const zeros = withZeros.map((variant) => {
    const first = firstEpoch(run, variant, 'exactZeros', some)
    const since = first === null ? '' : ` (the first at step ${first})`
    return `${count(variant)} of ${features} in ${labelOf(run, variant)}${since}`
  })
  const sentences = [
    zeros.length === 0
      ? 'No weight is exactly 0.'
      : `Weights that are exactly 0: ${list([
          ...zeros,
          ...(withZeros.length < variants.length ? ['none in the others'] : []),
        ])}.`,
  ]
  const errors = variants
    .flatMap((variant) => {
      const error = medianAt(run, variant, 'testError')
      return error === undefined || Number.isNaN(error) ? [] : [{ variant, error }]
    })
    .sort((a, b) => a.error - b.error)
    .map(({ variant, error }) => `${formatNumber(error)} (${labelOf(run, variant)})`)
  if (errors.length > 1) sentences.push(`Error on new rows, from the least: ${list(errors)}.`)
  return sentences.join(' ')
}

export default function Hammer(props: FigureProps) {
  const run = useRun('hammer', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="hammer"
      code={() => import('./code.ts')}
      title="Four ways to treat forty weights"
      subtitle={({ l1, l2, batch }) =>
        batch === 'none'
          ? `No data: only the penalty moves the weights. λ is ${formatSetting(l2)} for L2 and ${formatSetting(l1)} for L1.`
          : `${rowCount} rows of ${features} features of which ${sizes.length} matter. λ is ${formatSetting(l2)} for L2 and ${formatSetting(l1)} for L1.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median over the seeds; bands run from the least to the greatest seed. The upper plot
          shows the error on new rows, the lower one the share of weights that are exactly 0. Histograms count
          the weights of the first seed between −2.5 and 2.5, the end bars hold everything beyond. Below them
          is the size of each of these weights on a logarithmic axis: the {sizes.length} informative ones at
          the left, where a short line marks the size that the data were made with, then the others. The axis
          never reaches 0, so a weight that is exactly 0 is a mark on the line below it.
        </>
      }
      paper={
        <>
          Tibshirani introduced the penalty on absolute values (the lasso) and showed that its solution has
          weights that are exactly 0; he computed it by quadratic programming, with a bound chosen by
          cross-validation. Here four kinds of plain steps start from the same weights, and both λ are near
          the best of a coarse grid. The features and the noise on the target (σ = {noise}) are normal. A
          weight within {nearly} of 0 counts as nearly 0 in the data table.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="exactZeros" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title={`The ${features} weights`} aside="spread σ →" height={120}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.histogram} of="the weights" />
          )}
        </Panel>
        <Panel title="Size of each weight" aside="log scale; ▪ exactly 0" height={260}>
          {(variant) => <WeightSizes variant={variant} />}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
