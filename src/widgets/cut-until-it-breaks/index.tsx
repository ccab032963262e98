/** Figure: a trained network loses its weights, two percent at a time, by four criteria. */
import type { Run } from '../../lab/runState.ts'
import {
  formatPercent,
  formatSetting,
  Histograms,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  list,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { hidden, limit, mostImages, pointsPerCut, testImages, trainingSteps } from './config.ts'
import { Masks } from './Masks.tsx'
import type { View } from './train.ts'

/** A network that has lost so much test accuracy counts as broken. */
const points = 0.05
/** Not much better than the tenth that a guess gets right. */
const guessing = 0.2

/** The first sparsity, up to the line, at which the median test accuracy is below a bar that the whole network's decides; null if none. */
function firstBelow(run: Run, variant: string, bar: (whole: number) => number): number | null {
  const { history } = run
  const [accuracy, epochs] = [history.median(variant, 'testAccuracy'), history.epochs(variant)]
  const last = history.indexAt(variant, run.getState().now.step)
  const { config } = run.getState()
  const start = history.indexAt(variant, trainingSteps(Number(config['updates'])))
  if (run.getState().now.epoch < 0 || start < 0) return null
  for (let i = start; i <= last; i++) if (accuracy[i]! < bar(accuracy[start]!)) return epochs[i]!
  return null
}

/** The greatest sparsity before that; null while there is none. */
function bears(run: Run, variant: string): number | null {
  const first = firstBelow(run, variant, (whole) => whole - points)
  return first === null ? null : Math.max(0, first - pointsPerCut)
}

const question: Question = {
  ask: 'Before you run it: what share of the weights can be cut, smallest first, before test accuracy has lost five points?',
  context:
    'All four networks are one network, trained once. It is not trained again after a cut: what is cut is 0, and the rest stays as it is.',
  options: [
    { id: 'tenth', label: 'Less than a tenth' },
    { id: 'some', label: '10 to 40%' },
    { id: 'most', label: '40 to 80%' },
    { id: 'nearly', label: 'More than 80%' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const share = bears(run, 'magnitude')
    if (share === null || share > 80) return 'nearly'
    if (share >= 40) return 'most'
    return share >= 10 ? 'some' : 'tenth'
  },
}

/** How much each cut bears, and from where on it answers hardly better than by guessing. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  if (now.epoch < 0) return 'The network is being trained; the cuts come after it.'
  const found = variants.flatMap((id) => {
    const share = bears(run, id)
    return share === null ? [] : [`${labelOf(run, id)} after ${share}%`]
  })
  const sentences = [
    found.length === 0 ? 'No network has lost five points yet.' : `Five points are lost: ${list(found)}.`,
  ]
  const broken = variants.flatMap((id) => {
    const first = firstBelow(run, id, () => guessing)
    return first === null ? [] : [`${labelOf(run, id)} from ${first}% on`]
  })
  if (broken.length > 0)
    sentences.push(`Fewer than ${formatPercent(guessing)} of the answers are right: ${list(broken)}.`)
  return sentences.join(' ')
}

export default function CutUntilItBreaks(props: FigureProps) {
  const run = useRun('cut-until-it-breaks', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="cut-until-it-breaks"
      code={() => import('./code.ts')}
      title="Cut until it breaks"
      subtitle={({ images, learningRate, updates, scope }) =>
        `Two hidden layers of ${hidden[0]} ReLUs, ${images} images of 12 × 12, Adam, learning rate ${formatSetting(learningRate)}, ${updates} updates; then cut, with one threshold ${scope === 'global' ? 'for all layers' : 'for each layer'}, and not trained again.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Left of 0 the network is trained, from 0 on every step cuts two more percent of its weights. Drag
          the line to any sparsity: it is the trained network with that much cut away. Lines are the median of
          the seeds, bands run from the least to the greatest. The lowest plot shows what the parabolas of
          single weights say of the training loss: the loss of the whole network plus the sum of h w²/2 over
          all that is cut. In the pictures a cell is a weight of the first seed, a row a unit, a column one of
          its inputs; what is cut is empty, and of the rest large ones are darker. The histograms count the
          weights that are kept, layer by layer, from −{limit} to {limit}.
        </>
      }
      paper={
        <>
          LeCun, Denker and Solla cut a network for handwritten digits by h w²/2, with an approximation of h
          that takes one pass backward, and Han and colleagues cut large networks by |w| with a threshold for
          each layer. Here h is the exact second derivative of the loss on all training images, one weight at
          a time, and the threshold is one for all layers; the settings have the other. Biases are never cut.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testAccuracy" />
        <LinePlot metric="loss" size="short" />
        <LinePlot metric="predictedLoss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Weights that are kept" height={320}>
          {(variant) => <Masks variant={variant} />}
        </Panel>
        <Panel title="Their sizes, by layer" aside="std →" height={110}>
          {(variant) => (
            <Histograms
              variant={variant}
              pick={(view: View) => view.kept}
              of="weights that are kept, in each layer"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
