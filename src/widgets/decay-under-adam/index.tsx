/** Figure: the same penalty, inside the loss and beside it, under SGD and under Adam. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  Bars,
  firstEpoch,
  formatNumber,
  formatPercent,
  formatSetting,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  list,
  medianAt,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { useRun } from '../useRun.ts'
import setup, { features, noise } from './config.ts'
import type experiment from './train.ts'
import { WeightBars } from './WeightBars.tsx'

type View = ViewOf<typeof experiment>

/** Of the way from the start: so near a variant has arrived. */
const goal = { atMost: 0.2 }

const question: Question = {
  ask: 'Before you run it: which of the four will end where the loss plus λ Σ w² is least?',
  context: `The same λ for all. They start from the weights that are best without a penalty: ${features} times 1.`,
  options: [
    { id: 'all', label: 'All four', note: 'one penalty, two spellings' },
    { id: 'notAdamL2', label: 'All but Adam + L2', note: 'Adam rescales the penalty' },
    { id: 'notAdamW', label: 'All but AdamW', note: 'Adam rescales only the loss' },
    { id: 'sgd', label: 'Only the two of SGD', note: 'Adam goes elsewhere' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const is = (variant: string) => (medianAt(run, variant, 'distance', 'reach') ?? Infinity) <= goal.atMost
    if (!is('sgdL2') || !is('sgdDecay')) return null
    if (is('adamL2')) return is('adamW') ? 'all' : 'notAdamW'
    return is('adamW') ? 'notAdamL2' : 'sgd'
  },
}

/** How far the two of SGD are apart, who has arrived and when, and how uneven the shares taken are. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const arrived = variants.flatMap((variant) => {
    const step = firstEpoch(run, variant, 'distance', goal)
    return step === null ? [] : [`${labelOf(run, variant)} at step ${step}`]
  })
  const left = variants.flatMap((variant) => {
    const far = medianAt(run, variant, 'distance')
    if (far === undefined || Number.isNaN(far) || firstEpoch(run, variant, 'distance', goal) !== null)
      return []
    return [`${labelOf(run, variant)} (${formatPercent(far)} left)`]
  })
  const far = formatPercent(goal.atMost)
  const sentences = [
    arrived.length > 0
      ? `Down to ${far} of the distance: ${list(arrived)}.`
      : `Nobody is down to ${far} of the distance yet.`,
    ...(left.length > 0 && arrived.length > 0 ? [`Not there: ${list(left)}.`] : []),
  ]
  const uneven = medianAt(run, 'adamL2', 'unevenness')
  if (uneven !== undefined && !Number.isNaN(uneven))
    sentences.push(
      `In a step of ${labelOf(run, 'adamL2')} the penalty takes ${formatNumber(uneven)} times as large a share of one weight as of another.`,
    )
  return sentences.join(' ')
}

export default function DecayUnderAdam(props: FigureProps) {
  const run = useRun('decay-under-adam', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="decay-under-adam"
      code={() => import('./code.ts')}
      title="One penalty, written in two ways"
      subtitle={({ lambda, spread }) =>
        `${features} features that differ only in size, by up to ${formatSetting(spread)} times. λ is ${formatSetting(lambda)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The upper plot shows how far the weights are from those of the least loss plus λ Σ w², as a share of
          what it was at the start. The lower one compares the weight that loses the largest share of itself
          to the penalty in a step with the one that loses the smallest. Lines are the median over the seeds;
          bands run from the least to the greatest seed. Bars show the weights of the first seed, and the
          share that each loses to the penalty in a step; the smallest feature is on top. All weights start at
          1. A short line marks each weight of the least loss plus penalty. Lines that cannot be seen lie
          below another.
        </>
      }
      paper={
        <>
          Loshchilov and Hutter compared Adam with L2 and with decoupled decay on images (CIFAR-10 and a small
          ImageNet), where decay generalised better. Here a small regression, with noise of {noise} on the
          target, asks only where the weights go, not which is better. Decay is multiplied by the learning
          rate, as in Keras and PyTorch; in the paper it is not.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="distance" />
        <LinePlot metric="unevenness" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Weights" aside="smallest feature on top" height={210}>
          {(variant) => <WeightBars variant={variant} />}
        </Panel>
        <Panel title="Share of itself that each loses in a step" aside="log scale" height={210}>
          {(variant) => (
            <Bars
              variant={variant}
              pick={(view: View) => view.taken}
              of="Share of itself that each weight loses to the penalty in a step, the smallest feature's first"
              domain={[1e-4, 0.1]}
            />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
