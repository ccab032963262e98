/** Figure: what a network that was trained with dropout says when all units are there, scaled and not. */
import type { Run } from '../../lab/runState.ts'
import {
  capital,
  clockText,
  formatNumber,
  formatPercent,
  formatSetting,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  medianAt,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { bins, hiddenLayers, testImages, trainingImages, width } from './config.ts'
import { ReliabilityPlot } from './ReliabilityPlot.tsx'

/** Accuracies closer than this are about the same: 10 of 500 images. */
const close = 0.02
/** A loss this many times the other is no longer about the same. */
const higher = 1.25

const question: Question = {
  ask: 'Before you run it: how does the network that is not scaled end, next to the scaled one?',
  context:
    'It is one network, trained with half of its units left out. In the test all are there, and one of the two has its weights halved for it.',
  options: [
    { id: 'both', label: 'More mistakes, higher loss' },
    { id: 'loss', label: 'As many mistakes, higher loss' },
    { id: 'mistakes', label: 'More mistakes, same loss' },
    { id: 'neither', label: 'Much the same in both' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const of = (variant: string, metric: string) => medianAt(run, variant, metric)
    const [without, scaled] = ['unscaled', 'scaled'].map((variant) => ({
      accuracy: of(variant, 'testAccuracy') ?? Number.NaN,
      loss: of(variant, 'testLoss') ?? Number.NaN,
    }))
    const behind = scaled!.accuracy - without!.accuracy
    const ratio = without!.loss / scaled!.loss
    if (!(behind > -close) || !(ratio > 1 / higher)) return null
    if (behind > close) return ratio > higher ? 'both' : 'mistakes'
    return ratio > higher ? 'loss' : 'neither'
  },
}

/** The first place on the clock from which the loss without scaling stays above the scaled one; null if it does not. */
function aboveFrom(run: Run): number | null {
  const [without, scaled] = ['unscaled', 'scaled'].map((variant) => run.history.median(variant, 'testLoss'))
  const last = run.history.indexAt('unscaled', run.getState().now.step)
  let from = -1
  for (let i = last; i >= 0 && without![i]! > scaled![i]!; i--) from = i
  return from < 0 ? null : (run.history.epochs('unscaled')[from] ?? null)
}

/** Since when the loss without scaling is the higher one; at the end how certain and how right each network is. */
function readout(run: Run): string | null {
  const { reach, variants } = run.getState()
  if (reach.step === 0) return null
  const both = variants.includes('unscaled') && variants.includes('scaled')
  const from = both ? aboveFrom(run) : null
  const sentences: string[] = []
  if (both)
    sentences.push(
      from === null
        ? `The test loss of the network that is not scaled is no higher than that of the scaled one${isOver(run) ? '' : ' now'}.`
        : `From epoch ${clockText(run, from)} on the network that is not scaled has the higher test loss.`,
    )
  if (!isOver(run)) return sentences.join(' ') || null
  const at = (id: string, metric: string) => medianAt(run, id, metric) ?? Number.NaN
  const ends = variants.map(
    (id) =>
      `${labelOf(run, id)}: loss ${formatNumber(at(id, 'testLoss'))}, ${formatPercent(at(id, 'testAccuracy'))} right and ${formatPercent(at(id, 'confidence'))} certain`,
  )
  sentences.push(`${capital(ends.join('; '))}.`)
  return sentences.join(' ')
}

export default function ForgotToScale(props: FigureProps) {
  const run = useRun('forgot-to-scale', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="forgot-to-scale"
      code={() => import('./code.ts')}
      title="All units are back: with their weights scaled, and without"
      subtitle={({ rate, randomLabels, activation, learningRate }) =>
        `Rate ${formatSetting(rate)}, so a unit is kept with probability ${formatSetting(1 - rate)}; ${hiddenLayers} hidden layers of ${width} ${setup.config.activation.names?.[activation as 'relu'] ?? activation} units, ${trainingImages} images${randomLabels === '0' ? '' : `, ${formatPercent(Number(randomLabels))} of them with random labels`}, Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. Loss, accuracy and
          confidence are those of {testImages} test images with true labels and with all units at work; an
          answer is the most probable class, and its confidence that probability. The first two lines are one
          network, trained with units left out and nothing scaled, and used in two ways. The third is a twin
          with the same start, images, order and masks, whose kept units were divided by the probability of
          being kept in every step of training. The panels sort the answers of the first seed into {bins} bins
          by confidence: the upper bars are the share that is right, the lower ones how many answers there
          are, and on the dashed line a network is right as often as it says. Bars of fewer than five answers
          are faint.
        </>
      }
      paper={
        <>
          Srivastava and others (2014) train without scaling and multiply the weights by the probability of
          being kept when the network is used. Libraries divide while training instead, as the twin does. The
          two are one function: with keep probability p, weights W used as pW do what weights pW do in the
          twin. As runs they differ: the twin starts from W, not from pW, and a step of Adam is as large for
          its weights as for W, where p times as large would be the same.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testLoss" />
        <LinePlot metric="testAccuracy" size="short" />
        <LinePlot metric="confidence" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Right answers ↑ by confidence →" aside="below: how many" height={320}>
          {(variant) => <ReliabilityPlot variant={variant} />}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
