/** Figure: a loss that is flat, and what happens under it before it falls. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  formatNumber,
  medianAt,
  clockText,
  labelOf,
  firstEpoch,
  formatSetting,
  Heatmap,
  Histograms,
  isOver,
  LinePlot,
  LiveFigure,
  Panel,
  RampLegend,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { batchSize, flatLoss, testImages, trainingImages, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const moving = { atMost: flatLoss }
/** Well above ln 10: such a loss is not flat, it has risen. */
const highLoss = 1.1 * Math.log(10)
/** A gradient that is this many times larger, or smaller, than at the start has not stayed as it was. */
const notable = 2

const question: Question = {
  ask: 'Before you run it: while the loss of the Small network is flat, what does the gradient of layer 1 do?',
  context:
    'Two networks, the same images in the same order. Only the size of the starting weights differs: Small’s are less than half of Xavier’s.',
  options: [
    { id: 'stays', label: 'Stay as it is', note: 'the loss does not move either' },
    { id: 'shrinks', label: 'Shrink', note: 'nothing is learned yet' },
    { id: 'grows', label: 'Grow', note: 'before the loss falls' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const epochs = Array.from(run.history.epochs('small'))
    const end = firstEpoch(run, 'small', 'loss', moving)
    const ratio = gradientRatio(run, 'small', end === null ? epochs.length - 1 : epochs.indexOf(end))
    if (Number.isNaN(ratio)) return null
    if (ratio > notable) return 'grows'
    return ratio < 1 / notable ? 'shrinks' : 'stays'
  },
}

/** The gradient of layer 1 at a measurement over that at the start, medians of the seeds. */
function gradientRatio(run: Run, variant: string, index: number): number {
  const gradient = run.history.median(variant, 'gradient')
  return (gradient[index] ?? Number.NaN) / (gradient[0] ?? Number.NaN)
}

/** Growths that are events. */
const growths = [2, 5, 10, 20, 50, 100, 1000]

/** How many times larger the gradient has become, rounded down to an event. */
function growth(run: Run, variant: string, index: number): number | undefined {
  const ratio = gradientRatio(run, variant, index)
  return growths.findLast((times) => ratio >= times)
}

function sentenceOf(run: Run, variant: string): string {
  const { now } = run.getState()
  const label = labelOf(run, variant)
  const epoch = firstEpoch(run, variant, 'loss', moving)
  const epochs = Array.from(run.history.epochs(variant))
  const index = epoch === null ? run.history.indexAt(variant, now.step) : epochs.indexOf(epoch)
  const times = growth(run, variant, index)
  if (epoch === null) {
    const loss = medianAt(run, variant, 'loss') ?? Number.NaN
    if (Number.isNaN(loss)) return `The loss of ${label} is no number any more: it has diverged.`
    if (loss > highLoss) return `The loss of ${label} has grown to ${formatNumber(loss)}.`
    const flat = isOver(run) ? 'stayed flat to the end' : 'is flat so far'
    return times === undefined
      ? `The loss of ${label} ${flat}.`
      : `The loss of ${label} ${flat}, but the gradient of layer 1 has grown more than ${times} times.`
  }
  const steps = run.history.steps(variant)[index] ?? 0
  const flat = `The loss of ${label} was flat for ${steps} ${steps === 1 ? 'step' : 'steps'}, until epoch ${clockText(run, epoch)}.`
  return times === undefined
    ? flat
    : `${flat} In that time the gradient of layer 1 grew more than ${times} times.`
}

/** Speaks of the flat part: how long it lasts, and what grows under it. */
function readout(run: Run): string | null {
  const { reach, variants } = run.getState()
  if (reach.step === 0) return null
  return variants.map((variant) => sentenceOf(run, variant)).join(' ')
}

export default function Plateau(props: FigureProps) {
  const run = useRun('plateau', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="plateau"
      code={() => import('./code.ts')}
      title="Waiting to start"
      subtitle={({ depth, weights, learningRate }) =>
        `${depth} hidden ${depth === 1 ? 'layer' : 'layers'} of ${width} tanh units on digits, momentum 0.9, learning rate ${formatSetting(learningRate)}. Starting σ: ${formatSetting(weights)}, or Xavier.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. A loss counts as flat
          until it is first below {flatLoss.toFixed(2)}, which is 2% below ln 10, the loss of giving each
          digit 10%. Below it is the size of the gradient by the weights of layer 1 (root mean square over 500
          training images), in powers of ten. The panels show the first seed: what leaves each hidden layer,
          and the weights into 12 units of layer 1, each drawn in the shape of the image. One epoch is about{' '}
          {Math.round(trainingImages / batchSize)} steps.
        </>
      }
      paper={
        <>
          Glorot and Bengio proposed the Xavier weights after watching deep tanh and sigmoid networks train.
          The wait of this figure is our own experiment. A flat line before a fall can have other causes, too:
          a saddle that training meets later, a learning rate that is still warming up, or one that is too
          low.
        </>
      }
    >
      <TimePlots>
        <LinePlot
          metric="loss"
          threshold={{ at: flatLoss, label: `flat above ${flatLoss.toFixed(2)}`, below: true }}
        />
        <LinePlot metric="gradient" size="short" />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Activations leaving each hidden layer" aside="spread σ →" height={250}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
        <Panel
          title="Weights into 12 units of layer 1"
          aside={<RampLegend low="−0.5" high="+0.5" />}
          height={150}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.weights}
              of="Weights into units of layer 1"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
