/** Figure: one network on digits at five rates of dropout. */
import type { Run } from '../../lab/runState.ts'
import {
  formatNumber,
  formatPercent,
  formatSetting,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  list,
  medianAt,
  TimePlots,
  VariantColumns,
  WidePanel,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import { ByRate } from './ByRate.tsx'
import setup, { mostImages, testImages } from './config.ts'
import { behind, pointsOf } from './points.ts'

/** How far above the least error a network has to end to count as worse. */
const margin = 0.05
/** A network that gets more of its own training images wrong than this underfits. */
const underfits = { above: 0.4 }

const question: Question = {
  ask: 'Before you run it: which networks end with a test error more than 5 points above the least one?',
  context:
    'The same network five times, with the same images in the same order and the same starting weights. At each step each hidden unit is dropped with a probability of 0, 0.2, 0.5, 0.7 or 0.9.',
  options: [
    { id: 'ends', label: 'Rates 0 and 0.9', note: 'both ends' },
    { id: 'high', label: 'Rates 0.7 and 0.9' },
    { id: 'outer', label: 'Rates 0, 0.2, 0.7 and 0.9', note: 'all but 0.5' },
    { id: 'last', label: 'Rate 0.9 alone' },
  ],
  answer(run) {
    const points = pointsOf(run)
    if (!isOver(run) || points.length < 5) return null
    const worse = behind(points, margin).join(' ')
    const answers: Readonly<Record<string, string>> = {
      'r0 r9': 'ends',
      'r7 r9': 'high',
      'r0 r2 r7 r9': 'outer',
      r9: 'last',
    }
    return answers[worse] ?? null
  },
}

/** Names the networks that get many of their own training images wrong; at the end also who lies within the margin, and the least test loss. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const points = pointsOf(run)
  const name = (variant: string) => labelOf(run, variant)
  const sentences = points
    .filter(({ training }) => training > underfits.above)
    .map(
      ({ variant, training }) =>
        `With ${name(variant)} the network gets ${formatPercent(training)} of its own training images wrong.`,
    )
  if (sentences.length === 0) sentences.push('Every network gets most of its training images right.')
  if (!isOver(run)) return sentences.join(' ')
  const worse = behind(points, margin)
  const near = points.filter(({ variant }) => !worse.includes(variant))
  if (near.length > 1) {
    const [least, most] = [Math.min, Math.max].map((end) =>
      formatPercent(end(...near.map(({ median }) => median))),
    )
    const where = least === most ? `are all ${least}` : `lie between ${least} and ${most}`
    sentences.push(`The test errors of ${list(near.map(({ variant }) => name(variant)))} ${where}.`)
  }
  const losses = variants.flatMap((variant) => {
    const loss = medianAt(run, variant, 'testLoss')
    return loss === undefined || Number.isNaN(loss) ? [] : [{ variant, loss }]
  })
  const [first] = losses.sort((a, b) => a.loss - b.loss)
  if (first)
    sentences.push(`The least test loss is that of ${name(first.variant)}, ${formatNumber(first.loss)}.`)
  return sentences.join(' ')
}

export default function HowMuchToDrop(props: FigureProps) {
  const run = useRun('how-much-to-drop', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="how-much-to-drop"
      code={() => import('./code.ts')}
      title="How much to drop"
      subtitle={({ images, randomLabels, units, learningRate }) =>
        `Two hidden layers of ${units} ReLUs, ${images} images of 12 × 12, ${randomLabels === '0' ? 'all labels right' : `labels drawn at random for ${setup.config.randomLabels.names?.[randomLabels] ?? randomLabels} of them`}, Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The test error is the share of {testImages} images that a network gets wrong, the training error
          that of its own training images with the labels it was taught; the test loss is a cross-entropy. All
          are measured without dropout. Lines are the median of the seeds, bands run from the least to the
          greatest. The last panel shows the errors at the epoch line against the rate: a marker is the median
          test error, dots are the seeds, and the short line is the median training error. Drag the epoch line
          to see them move.
        </>
      }
      paper={
        <>
          Figure 9a of Srivastava and colleagues is the source of &ldquo;drop 0.2 to 0.6&rdquo;: the test
          error of one MNIST network, of a fixed number of units, is flat where 0.4 to 0.8 of them are kept.
          The bracket marks these rates. Here the network, the images and their number are others; the
          settings change them.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="trainError" size="short" />
        <LinePlot metric="testLoss" size="short" />
      </TimePlots>
      <VariantColumns>
        <WidePanel title="Error against rate, at the epoch line" height={300}>
          <ByRate />
        </WidePanel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
