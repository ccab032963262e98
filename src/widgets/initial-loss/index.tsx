/** Figure: the loss of four untrained networks, and what a bad start costs. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  clockText,
  labelOf,
  firstEpoch,
  formatNumber,
  formatPercent,
  formatSetting,
  Heatmap,
  Histograms,
  isOver,
  LinePlot,
  LiveFigure,
  list,
  medianAt,
  Panel,
  RampLegend,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { classes, testImages, trainingImages, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** The loss of giving every digit the same probability. */
const guessing = Math.log(classes)

const lossAtStart = (run: Run, variant: string): number | undefined => run.history.median(variant, 'loss')[0]

const question: Question = {
  ask: 'Before you run it: with weights drawn from N(0,1), what is the loss before the first update?',
  context:
    'Ten digits, nothing learned. Giving each digit a probability of 10% costs ln 10 = 2.3: the line in the plot.',
  options: [
    { id: 'guess', label: 'About 2.3', note: 'it knows nothing' },
    { id: 'ten', label: 'About 10', note: 'four times as much' },
    { id: 'hundreds', label: 'More than 100', note: 'worse than a guess' },
  ],
  answer(run) {
    const loss = lossAtStart(run, 'standard')
    if (run.getState().reach.step === 0 || loss === undefined) return null
    if (loss < 5) return 'guess'
    return loss <= 100 ? 'ten' : 'hundreds'
  },
}

const digits = Array.from({ length: classes }, (_, digit) => digit)
const rows = digits.flatMap((digit) => [digit, ''])

/** Where each network started against a guess; who had to come down to it, and when; at the end how well each does. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const starts = variants.map((id) => `${label(id)} ${formatNumber(lossAtStart(run, id) ?? Number.NaN)}`)
  const sentences = [`Loss before the first step: ${list(starts)}. A guess costs ${formatNumber(guessing)}.`]
  for (const id of variants) {
    const below = firstEpoch(run, id, 'loss', { atMost: guessing })
    const above = (lossAtStart(run, id) ?? 0) > 2 * guessing
    if (above && below !== null)
      sentences.push(`${label(id)} was down to a guess at step ${clockText(run, below)}.`)
  }
  if (isOver(run)) {
    const scores = variants.map(
      (id) => `${label(id)} ${formatPercent(medianAt(run, id, 'testAccuracy') ?? Number.NaN)}`,
    )
    sentences.push(`Test accuracy: ${list(scores)}.`)
  }
  return sentences.join(' ')
}

/** ", all times 0.1" where a setting makes the weights other than their names say. */
const scaled = (which: string, factor: number) =>
  factor === 1 ? '' : `, ${which} times ${formatSetting(factor)}`

export default function InitialLoss(props: FigureProps) {
  const run = useRun('initial-loss', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="initial-loss"
      code={() => import('./code.ts')}
      title="The loss before the first step"
      subtitle={({ depth, learningRate, weightScale, outputScale }) =>
        `${depth} hidden ${depth === 1 ? 'layer' : 'layers'} of ${width} ReLU units on digits, SGD at learning rate ${formatSetting(learningRate)}. Only the size of the starting weights differs${scaled('all', weightScale)}${scaled('those of the output', outputScale)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Drag the epoch line to step 0 to see the networks before they have learned anything. The training
          loss is measured on 500 images, the accuracy on {testImages} test images: the median of the seeds,
          with a band from the least to the greatest. Beside each name stands the standard deviation of its
          weights, or their variance for n inputs and m outputs. The table below is the first seed&rsquo;s: a
          row is one training image, two of each digit, and a cell the probability that the network gives to
          that answer. The histograms count the 500 images by the probability of the right digit, and by the
          largest of the ten.
        </>
      }
      paper={
        <>
          The check is a habit of those who train networks; the notes of the Stanford course CS231n recommend
          it. The line is arithmetic, &minus;ln(1/10). The networks are small, and the digits are 12 × 12
          pixels.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" threshold={{ at: guessing, label: 'ln 10' }} />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title="What it says of 20 training images"
          aside={<RampLegend low="0" high="1" sequential />}
          height={290}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.answers}
              of="Probabilities of ten answers for 20 training images"
              names={{ rows: 'digit ↓', columns: 'answer →', rowNames: rows, columnNames: digits }}
            />
          )}
        </Panel>
        <Panel title="Probabilities over 500 images" aside="spread σ →" height={130}>
          {(variant) => (
            <Histograms
              variant={variant}
              pick={(view: View) => view.probabilities}
              of="probabilities of the right digit and of the likeliest"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
