/** Figure: the same sparsity in one cut and in many small ones. */
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
import setup, { hidden, limit, mostImages, sparsityAfter, testImages } from './config.ts'
import type { View } from './train.ts'

/** Test accuracies closer than this are about the same. */
const close = 0.02

const question: Question = {
  ask: 'Before you run it: which network ends with the higher test accuracy, the one that is cut once by magnitude, or the one that is cut in rounds by magnitude?',
  context:
    'Both end with the same share of their weights and get as many updates after the first cut. A third is cut in the same rounds, by lot.',
  options: [
    { id: 'once', label: 'At once' },
    { id: 'alike', label: 'Alike', note: 'within two points' },
    { id: 'rounds', label: 'In rounds' },
  ],
  answer(run) {
    const [once, rounds] = ['atOnce', 'inRounds'].map((id) => medianAt(run, id, 'testAccuracy', 'reach'))
    if (!isOver(run) || once === undefined || rounds === undefined) return null
    if (Math.abs(once - rounds) <= close) return 'alike'
    return rounds > once ? 'rounds' : 'once'
  },
}

/** The lowest test accuracy since the first cut, and where; at the end where all three are. */
function readout(run: Run): string | null {
  const { now, variants, config } = run.getState()
  if (now.step === 0) return null
  const { history } = run
  const first = Number(config['training'])
  if (now.step < first) return 'The networks are being trained; the cuts come after it.'
  const lowest = variants.flatMap((id) => {
    const [accuracy, last] = [history.median(id, 'testAccuracy'), history.indexAt(id, now.step)]
    const start = history.indexAt(id, first)
    let least = start
    for (let i = start; i <= last; i++) if (accuracy[i]! < accuracy[least]!) least = i
    const share = accuracy[least]
    return share === undefined
      ? []
      : [`${labelOf(run, id)} ${formatPercent(share)} (step ${history.epochs(id)[least]})`]
  })
  const sentences = [`Lowest test accuracy since the first cut: ${list(lowest)}.`]
  if (isOver(run))
    sentences.push(
      `At the end, with ${shareText(run, 'inRounds', 'sparsity')} cut: ${list(variants.map((id) => `${labelOf(run, id)} ${shareText(run, id, 'testAccuracy')}`))}.`,
    )
  return sentences.join(' ')
}

export default function InRounds(props: FigureProps) {
  const run = useRun('in-rounds', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="in-rounds"
      code={() => import('./code.ts')}
      title="At once, or in rounds"
      subtitle={({ images, learningRate, training, rounds, cut, perRound }) =>
        `Two hidden layers of ${hidden[0]} ReLUs, ${images} images of 12 × 12, Adam, learning rate ${formatSetting(learningRate)}: ${training} updates, then ${rounds} rounds that cut ${cut}% of what is left and train for ${perRound} updates; ${formatPercent(sparsityAfter(rounds, cut))} are cut in the end.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          All three networks are one network until the first cut. One then loses all at once and is trained on
          under its mask; the others lose a share of what they still have, are trained for a while, and lose
          the next share. What is measured at the step of a cut is the network right after it. Lines are the
          median of the seeds, bands run from the least to the greatest. The histograms count the weights that
          are kept, of the first seed, layer by layer, from −{limit} to {limit}.
        </>
      }
      paper={
        <>
          Han and colleagues cut and train by turns, and report that this takes AlexNet from five times fewer
          weights to nine times fewer. They train much longer in each round. Here all networks have the same
          number of updates, so that the rounds cannot win by training more.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testAccuracy" />
        <LinePlot metric="sparsity" size="short" />
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
