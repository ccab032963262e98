/** Figure: a signal on its way through ten untrained layers, from five sizes of starting weights. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  labelOf,
  formatNumber,
  formatSetting,
  Histograms,
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
import setup, { inputs } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** The spread at the epoch line over that of layer 1; undefined before the first measurement. */
function ratio(run: Run, variant: string): number | undefined {
  const now = medianAt(run, variant, 'spread')
  const [first] = Array.from(run.history.median(variant, 'spread'))
  return now === undefined || !first ? undefined : now / first
}

const question: Question = {
  ask: 'Before you run it: with weights from ±1/√n, how much of the spread of layer 1 is left at layer 10?',
  context: 'Ten layers of n = 100 tanh units. Each weight is drawn evenly from between −0.1 and 0.1.',
  options: [
    { id: 'most', label: 'Nearly all', note: '√n balances n inputs' },
    { id: 'some', label: 'A few percent', note: '30% less at each layer' },
    { id: 'little', label: 'Less than 1%', note: 'about half at each layer' },
  ],
  answer(run) {
    const left = ratio(run, 'uniform')
    if (!isOver(run) || left === undefined) return null
    if (left > 0.3) return 'most'
    return left >= 0.01 ? 'some' : 'little'
  },
}

/** Names the variant whose units are flattest, where one stands out. */
function flattest(run: Run): string {
  const slopes = run
    .getState()
    .variants.map((variant) => ({ variant, slope: medianAt(run, variant, 'slope') ?? Number.NaN }))
    .filter(({ slope }) => Number.isFinite(slope))
    .sort((a, b) => a.slope - b.slope)
  const [lowest, next] = slopes
  if (!lowest || !next || lowest.slope > next.slope / 2) return ''
  const label = labelOf(run, lowest.variant)
  return ` Flattest units: ${label}, mean slope ${formatNumber(lowest.slope)}.`
}

/** How the spread at this layer compares with that of the first. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const parts = variants.flatMap((variant) => {
    const value = ratio(run, variant)
    const label = labelOf(run, variant)
    return value === undefined ? [] : [`${label} ${formatNumber(value)}`]
  })
  return `Spread at layer ${now.epoch} over that at layer 1: ${parts.join('; ')}.${flattest(run)}`
}

export default function ActivationMicroscope(props: FigureProps) {
  const run = useRun('activation-microscope', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="activation-microscope"
      code={() => import('./code.ts')}
      title="One signal, five starting sizes, ten layers on"
      subtitle={({ activation, depth, width, weightScale }) =>
        `${depth} layers of ${width} ${activation === 'relu' ? 'ReLU' : 'tanh'} units on random inputs${weightScale === 1 ? '' : `, all weights times ${formatSetting(weightScale)}`}. Nothing is trained.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Run sends {inputs} inputs from N(0, 1) through the layers, one layer at a time. The first plot is
          the spread (standard deviation) of the activations over all units and inputs, in powers of ten. The
          second is the mean slope of the units, the factor that a gradient would meet there. The third is the
          root mean square of the activations, divided by what the formula for the variance predicts from the
          weights alone. Lines are the median of the seeds, bands run from the least to the greatest. The
          histograms show the activations of the first seed; end bars hold everything beyond.
        </>
      }
      paper={
        <>
          Glorot and Bengio looked at the activations of deep networks of sigmoid, tanh and softsign units at
          the start and while they trained, and compared ±1/√n with their own weights. Here the inputs are
          random numbers and nothing is trained. All but ±1/√n are normal numbers, the same ones times
          different factors.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="spread" />
        <LinePlot metric="slope" size="short" />
        <LinePlot metric="againstFormula" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Activations leaving each layer" aside="spread σ →" height={280}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
