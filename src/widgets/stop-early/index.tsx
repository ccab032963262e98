/** Figure: what early stopping would keep, with true labels and with half of them drawn by lot. */
import type { Run } from '../../lab/runState.ts'
import {
  capital,
  formatNumber,
  formatPercent,
  formatSetting,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { mostValidation, testImages, trainingImages, width } from './config.ts'
import { KeptAndNow } from './KeptAndNow.tsx'
import { Losses } from './Losses.tsx'
import { keptBy, medianOf, pairs } from './stopping.ts'

/** Is the test loss of the kept network lower than at the end, in all seeds? */
const gains = (run: Run, variant: string): boolean | null => {
  const all = pairs(run, variant, 'testLoss')
  return all.length < run.getState().seeds.length ? null : all.every(({ kept, now }) => kept < now)
}

const question: Question = {
  ask: 'Before you run it: early stopping keeps the weights with the least validation loss. Whose test loss is then lower than at the end, in all seeds?',
  context:
    'The same images, the same order and the same starting weights, once with true labels and once with half of them drawn by lot. Both train to the end, so that you can compare.',
  options: [
    { id: 'both', label: 'In both' },
    { id: 'half', label: 'Only with half by lot' },
    { id: 'true', label: 'Only with true labels' },
    { id: 'neither', label: 'In neither' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const [right, half] = [gains(run, 'true'), gains(run, 'half')]
    if (right === null || half === null) return null
    if (right && half) return 'both'
    if (half) return 'half'
    return right ? 'true' : 'neither'
  },
}

/** When each would stop and which epoch it keeps; at the end what that is worth on the test images. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const sentences = variants.flatMap((variant) => {
    const all = keptBy(run, variant)
    if (all.length === 0) return []
    const stopped = all.flatMap(({ stoppedEpoch }) => (stoppedEpoch === null ? [] : [stoppedEpoch]))
    const ends =
      stopped.length === 0
        ? 'does not stop'
        : `stops at epoch ${span(stopped)}${stopped.length < all.length ? ` (${stopped.length} of ${all.length} seeds)` : ''}`
    return [
      `${capital(labelOf(run, variant))}: ${ends}, keeps epoch ${span(all.map(({ keptEpoch }) => keptEpoch))}.`,
    ]
  })
  if (!isOver(run)) return sentences.join(' ')
  for (const variant of variants) {
    const [losses, errors] = ['testLoss', 'testError'].map((metric) => pairs(run, variant, metric))
    if (!losses || !errors || losses.length === 0) continue
    const middle = (of: typeof losses, which: 'kept' | 'now') => medianOf(of.map((pair) => pair[which]))
    sentences.push(
      `Kept and at the end, ${labelOf(run, variant)}: test loss ${formatNumber(middle(losses, 'kept'))} and ${formatNumber(middle(losses, 'now'))}, test error ${formatPercent(middle(errors, 'kept'))} and ${formatPercent(middle(errors, 'now'))}.`,
    )
  }
  return sentences.join(' ')
}

/** "4", or "4 to 7". */
function span(epochs: readonly number[]): string {
  const [low, high] = [Math.min(...epochs), Math.max(...epochs)]
  return low === high ? String(low) : `${low} to ${high}`
}

export default function StopEarly(props: FigureProps) {
  const run = useRun('stop-early', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="stop-early"
      code={() => import('./code.ts')}
      title="Where to stop"
      subtitle={({ validation, validationLabels, patience, learningRate }) =>
        `One hidden layer of ${width} ReLUs, ${trainingImages} images, Adam, learning rate ${formatSetting(learningRate)}; ${validation} validation images${validationLabels === 'true' ? ' with true labels' : ''}, patience of ${patience} ${patience === 1 ? 'epoch' : 'epochs'}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Early stopping watches a validation set: images that the network does not learn from. It stops when
          the validation loss was not below its least for as many epochs as there is patience, and keeps the
          weights of the epoch where it was least. Here training goes on to the end, to show what that would
          have given. The {testImages} test images have true labels and decide nothing. In the first panels
          the line is the median of the test loss, the long dashes that of the validation loss, the points
          that of the training loss; dots are the kept networks of the seeds on their own test losses, and
          marks at the top are where they stop. Below, a row is a seed: the dot is the kept network, the ring
          the one at the epoch line.
        </>
      }
      paper={
        <>
          Prechelt compared fourteen rules of when to stop on twelve problems, with other networks. Here it is
          one rule, that of Keras (<code>EarlyStopping</code>, with <code>restore_best_weights</code>), and
          labels of digits that were drawn by lot. As published the labels of the validation images are drawn
          by lot as often as those of training, because who has wrong labels has them in both.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testLoss" />
        <LinePlot metric="testError" size="short" />
        <LinePlot metric="validationLoss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Three losses" aside="▎stops" height={220}>
          {(variant) => <Losses variant={variant} />}
        </Panel>
        <Panel title="Test loss, a row for each seed" aside="● kept, ○ now" height={120}>
          {(variant) => <KeptAndNow variant={variant} metric="testLoss" to={2.5} />}
        </Panel>
        <Panel title="Test error, a row for each seed" aside="● kept, ○ now" height={120}>
          {(variant) => <KeptAndNow variant={variant} metric="testError" to={0.6} />}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={mostValidation + testImages} />
    </LiveFigure>
  )
}
