/** Figure: a network is cut once and trained on under its mask. */
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
  medianAt,
  Panel,
  shareText,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { hidden, limit, mostImages, testImages } from './config.ts'
import type { View } from './train.ts'

/** A cut network that is so near the one that was not cut counts as healed. */
const near = 0.05

const trainingOf = (run: Run): number => Number(run.getState().config['training'])

/** How far the median of a variant is behind the network that is not cut; undefined before it is measured. */
function behind(run: Run, variant: string): number | undefined {
  const [whole, cut] = ['whole', variant].map((id) => medianAt(run, id, 'testAccuracy', 'reach'))
  return whole === undefined || cut === undefined ? undefined : whole - cut
}

const question: Question = {
  ask: 'Before you run it: which cut networks end within five points of the test accuracy of the one that was not cut?',
  context:
    'Four networks are trained alike. Then three of them are cut, each by its own criterion, and all four are trained on. What is cut stays cut.',
  options: [
    { id: 'none', label: 'None' },
    { id: 'saliency', label: 'Only saliency' },
    { id: 'two', label: 'Magnitude and saliency' },
    { id: 'all', label: 'All three', note: 'random, too' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const far = ['magnitude', 'saliency', 'random'].map((id) => behind(run, id))
    if (far.some((each) => each === undefined || Number.isNaN(each))) return null
    const healed = far.map((each) => each! <= near).join(' ')
    const answers: Readonly<Record<string, string>> = {
      'false false false': 'none',
      'false true false': 'saliency',
      'true true false': 'two',
      'true true true': 'all',
    }
    return answers[healed] ?? null
  },
}

/** What the cut took from each; then when each came back to within the margin, and at the end where they are. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const { history } = run
  const at = trainingOf(run)
  if (now.step < at) return 'The networks are being trained; the cut comes after it.'
  const cut = variants.filter((id) => id !== 'whole')
  const after = cut.flatMap((id) => {
    const share = history.median(id, 'testAccuracy')[history.indexAt(id, at)]
    return share === undefined ? [] : [`${labelOf(run, id)} ${formatPercent(share)}`]
  })
  const sentences = [`Right after the cut, of the test images were right: ${list(after)}.`]
  const healed = cut.flatMap((id) => {
    const [whole, own] = ['whole', id].map((each) => history.median(each, 'testAccuracy'))
    const last = history.indexAt(id, now.step)
    for (let i = history.indexAt(id, at); i <= last; i++)
      if (own![i]! >= whole![i]! - near) return [`${labelOf(run, id)} at step ${history.epochs(id)[i]}`]
    return []
  })
  if (healed.length > 0) sentences.push(`Within five points of the network that is not cut: ${list(healed)}.`)
  if (isOver(run))
    sentences.push(
      `At the end: ${list(variants.map((id) => `${labelOf(run, id)} ${shareText(run, id, 'testAccuracy')}`))}.`,
    )
  return sentences.join(' ')
}

export default function Heal(props: FigureProps) {
  const run = useRun('heal', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="heal"
      code={() => import('./code.ts')}
      title="Cut, and trained on"
      subtitle={({ images, learningRate, training, sparsity, fineTuning }) =>
        `Two hidden layers of ${hidden[0]} ReLUs, ${images} images of 12 × 12, Adam, learning rate ${formatSetting(learningRate)}: ${training} updates, a cut of ${sparsity}% of the weights, ${fineTuning} updates more.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          All four networks are one network until the cut. From then on a mask holds at 0 what is cut, and the
          others are trained with the same images in the same order, as before. What is measured at the step
          of the cut is the network right after it. Lines are the median of the seeds, bands run from the
          least to the greatest. The histograms count the weights that are kept, of the first seed, layer by
          layer, from −{limit} to {limit}; drag the line across the cut to see what it takes and what comes
          after.
        </>
      }
      paper={
        <>
          Han and colleagues cut large image networks by |w|, with a threshold for each layer that was chosen
          by hand, and trained on with a lower learning rate and less dropout. Here one threshold counts for
          all layers, nothing else changes at the cut, and Adam goes on with what it remembers.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testAccuracy" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Weights that are kept, by layer" aside="std →" height={240}>
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
