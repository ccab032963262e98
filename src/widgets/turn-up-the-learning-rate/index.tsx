/** Figure: one network at five learning rates, without normalization and with two. */
import type { Run } from '../../lab/runState.ts'
import {
  clockText,
  labelOf,
  capital,
  firstEpoch,
  formatPercent,
  isOver,
  LinePlot,
  LiveFigure,
  list,
  medianAt,
  seedsThat,
  TimePlots,
  VariantColumns,
  WidePanel,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { useRun } from '../useRun.ts'
import setup, { ceiling, trainingImages, width } from './config.ts'
import { RatePlot } from './RatePlot.tsx'
import { rates } from './rates.ts'

const [smallest, largest] = [rates[0], rates[rates.length - 1]!]

/** For each learning rate whether the median loss of batch norm lies below that of the network without; null where one is missing. */
const better = (run: Run): (boolean | null)[] =>
  rates.map((rate) => {
    const [none, batch] = ['none', 'batch'].map((variant) => medianAt(run, variant, `loss${rate}`))
    return none === undefined || batch === undefined ? null : batch < none
  })

const question: Question = {
  ask: 'Before you run it: at which of the five learning rates does batch norm end with the lower training loss?',
  context: `The same network, the same images in the same order, once for each learning rate from ${smallest} to ${largest}: without normalization and with batch norm.`,
  options: [
    { id: 'all', label: 'At all five' },
    { id: 'small', label: 'At the small ones', note: 'not at the large ones' },
    { id: 'large', label: 'At the large ones', note: 'not at the small ones' },
    { id: 'nowhere', label: 'At none of them' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const lower = better(run)
    if (lower.includes(null)) return null
    if (lower.every(Boolean)) return 'all'
    if (!lower.some(Boolean)) return 'nowhere'
    const turns = lower.slice(1).filter((one, i) => one !== lower[i]).length
    if (turns > 1) return null
    return lower[0] ? 'small' : 'large'
  },
}

/** Names the event at the largest rate when it happens; says who reads how much there and compares none and batch norm at every rate at the end. */
function readout(run: Run): string | null {
  const { reach, variants, seeds } = run.getState()
  if (reach.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const sentences: string[] = []
  const off = { atLeast: ceiling }
  for (const variant of variants) {
    const epoch = firstEpoch(run, variant, `loss${largest}`, off)
    if (epoch === null) continue
    const lost = seedsThat(run, variant, `loss${largest}`, off)
    if (lost === 0) continue
    sentences.push(
      `At learning rate ${largest} the loss of ${label(variant)} was at ${ceiling} or more by epoch ${clockText(run, epoch)}, now in ${lost} of ${seeds.length} seeds.`,
    )
  }
  if (!isOver(run)) {
    if (sentences.length === 0)
      sentences.push(`No loss is at ${ceiling} or more at learning rate ${largest}.`)
    return sentences.join(' ')
  }
  const scores = variants.map(
    (id) => `${label(id)} ${formatPercent(medianAt(run, id, `testAccuracy${largest}`) ?? 0)}`,
  )
  sentences.push(`Test accuracy there: ${list(scores)}.`)
  if (variants.includes('none') && variants.includes('batch')) {
    const where = rates.filter((_, i) => better(run)[i] === true)
    sentences.push(
      where.length === 0
        ? `${capital(label('batch'))} has the lower loss at none of the rates.`
        : `${capital(label('batch'))} has a lower loss than ${label('none')} at ${list(where.map(String))}.`,
    )
  }
  return sentences.join(' ')
}

export default function TurnUpTheLearningRate(props: FigureProps) {
  const run = useRun('turn-up-the-learning-rate', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="turn-up-the-learning-rate"
      code={() => import('./code.ts')}
      title="Turn up the learning rate"
      subtitle={({ depth, optimizer }) =>
        `${depth} layers of weights, ${width} ReLU units in each hidden one, ${trainingImages} images of 12 × 12, ${setup.config.optimizer.names?.[optimizer] ?? optimizer}, one network for each of ${rates.length} learning rates.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. The plots over the
          epoch show the networks of two learning rates, {smallest} and {largest}; the one beside them shows
          all five at the epoch line, so drag that line to see the curves change. The training loss is
          measured on 500 training images, the accuracy on 500 test images; batch norm uses its running mean
          and variance in both. A loss above {ceiling}, or one that is no number any more, is drawn as a cross
          at the top.
        </>
      }
      paper={
        <>
          Ioffe and Szegedy raised the learning rate of an Inception network for ImageNet five and thirty
          times, together with other changes, and reached its accuracy in fewer steps. Here a small dense
          network learns digits of 12 × 12 pixels, and nothing but the normalization and the rate differs.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric={`loss${smallest}`} />
        <LinePlot metric={`testAccuracy${largest}`} size="short" />
      </TimePlots>
      <VariantColumns>
        <WidePanel title="Training loss against learning rate, at the epoch line" height={540}>
          <RatePlot />
        </WidePanel>
      </VariantColumns>
    </LiveFigure>
  )
}
