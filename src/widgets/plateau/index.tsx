/** Figure: a loss that is flat, and what happens under it before it falls. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  firstEpoch,
  formatClock,
  formatSetting,
  Heatmap,
  Histograms,
  isOver,
  LinePlot,
  LiveFigure,
  medianAt,
  meets,
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
/** Half of ln 10: a network that gets here is no longer guessing. */
const learned = { atMost: Math.log(10) / 2 }
/** A loss that leaves ln 10 within this share of the run has not waited. */
const waits = 0.1

const question: Question = {
  ask: 'Before you run it: what will the loss of the Small network do?',
  context:
    'Two networks, the same images in the same order. Only the size of the starting weights differs: Small’s are less than half of Xavier’s.',
  options: [
    { id: 'flat', label: 'Stay flat', note: 'to the end' },
    { id: 'slow', label: 'Fall slowly', note: 'from the first steps on' },
    { id: 'wait', label: 'Wait, then fall', note: 'flat at first' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const end = firstEpoch(run, 'small', 'loss', moving)
    if (end === null) return 'flat'
    const fell = meets(medianAt(run, 'small', 'loss'), learned)
    return fell && end >= waits * run.getState().reach.epoch ? 'wait' : 'slow'
  },
}

/** Growths that are events. */
const growths = [2, 5, 10, 20, 50, 100, 1000]

/** How many times larger the gradient of layer 1 is at a measurement than at the start, rounded down to an event. */
function growth(run: Run, variant: string, index: number): number | undefined {
  const gradient = run.history.median(variant, 'gradient')
  const ratio = (gradient[index] ?? Number.NaN) / (gradient[0] ?? Number.NaN)
  return growths.findLast((times) => ratio >= times)
}

function sentenceOf(run: Run, variant: string): string {
  const { now, config } = run.getState()
  const { start, end } = run.setup.clock(config)
  const label = run.setup.variants[variant]?.label ?? variant
  const epoch = firstEpoch(run, variant, 'loss', moving)
  const epochs = Array.from(run.history.epochs(variant))
  const index = epoch === null ? run.history.indexAt(variant, now.step) : epochs.indexOf(epoch)
  const times = growth(run, variant, index)
  if (epoch === null)
    return times === undefined
      ? `The loss of ${label} is flat so far.`
      : `The loss of ${label} is flat so far, but the gradient of layer 1 has grown more than ${times} times.`
  const steps = run.history.steps(variant)[index] ?? 0
  const flat = `The loss of ${label} was flat for ${steps} ${steps === 1 ? 'step' : 'steps'}, until epoch ${formatClock(epoch, end - start)}.`
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
          Glorot and Bengio proposed these weights after watching deep tanh and sigmoid networks train. The
          wait of this figure is our own experiment. A flat line before a fall can have other causes, too: a
          saddle that training meets later, a learning rate that is still warming up, or one that is too low.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" threshold={{ at: flatLoss, label: `flat above ${flatLoss.toFixed(2)}` }} />
        <LinePlot metric="gradient" size="short" />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Activations leaving each hidden layer" aside="spread σ →" height={220}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
        <Panel
          title="Weights into 12 units of layer 1"
          aside={<RampLegend low="−0.5" high="+0.5" />}
          height={130}
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
