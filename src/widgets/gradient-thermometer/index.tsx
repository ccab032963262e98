/** Figure: the gradient of four untrained networks on its way from the last layer to the first. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  labelOf,
  formatNumber,
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
import setup from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** The weight gradient at the epoch line over that of the last layer; undefined before the first measurement. */
function ratio(run: Run, variant: string): number | undefined {
  const now = medianAt(run, variant, 'weightGradient')
  const [last] = Array.from(run.history.median(variant, 'weightGradient'))
  return now === undefined || !last ? undefined : now / last
}

const question: Question = {
  ask: 'Before you run it: with sigmoid, how much smaller is the weight gradient of layer 1 than that of layer 10?',
  context: 'Ten layers of 100 units, Xavier weights, nothing trained. The gradient starts at layer 10.',
  options: [
    { id: 'equal', label: 'Not smaller', note: 'within ten times' },
    { id: 'some', label: 'About 500 times', note: 'halved at every layer' },
    { id: 'vanished', label: '100,000 times or more', note: 'nothing to learn from' },
  ],
  answer(run) {
    const sigmoid = ratio(run, 'sigmoid')
    if (!isOver(run) || sigmoid === undefined) return null
    if (sigmoid > 0.1) return 'equal'
    return sigmoid > 1e-5 ? 'some' : 'vanished'
  },
}

const sentence = (run: Run, variant: string): string | null => {
  const value = ratio(run, variant)
  const name = labelOf(run, variant)
  return value === undefined ? null : `${name} ${formatNumber(value)} times`
}

/** How the gradient of each network at this layer compares with where it started. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const parts = variants.map((variant) => sentence(run, variant)).filter((part) => part !== null)
  return `At layer ${now.epoch}, against the last layer, the weight gradient is: ${parts.join(', ')}.`
}

export default function GradientThermometer(props: FigureProps) {
  const run = useRun('gradient-thermometer', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="gradient-thermometer"
      title="One gradient, four networks, ten layers back"
      subtitle={({ depth, width }) =>
        `${depth} layers of ${width} units on random inputs. Nothing is trained.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Run sends one gradient back, a layer at a time, so read the axis from layer 10 on the left to layer
          1. Above is the size of the weight gradient, below that of the signal δ; size is the root mean
          square, and both axes count in powers of ten. Lines are the median of the seeds, bands run from the
          least to the greatest. The histograms show what leaves each layer on the way forward, for the first
          seed; end bars hold everything beyond.
        </>
      }
      paper={
        <>
          Glorot and Bengio measured activations and back-propagated gradients layer by layer in networks of
          sigmoid, tanh and softsign units that they then trained. Here the inputs are random numbers and
          there is no training: the figure isolates what depth, weights and slopes do by themselves.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="weightGradient" />
        <LinePlot metric="delta" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Activations leaving each layer" aside="spread σ →" height={320}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
