/** Figure: one network on digits with random labels among them, without dropout and with it. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  clockText,
  formatNumber,
  formatPercent,
  formatSetting,
  Heatmap,
  isOver,
  labelOf,
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
import setup, { columnsShown, limit, mostImages, testImages, width } from './config.ts'
import { compared, leastSoFar } from './ends.ts'
import { Gap } from './Gap.tsx'
import type experiment from './train.ts'
import { Zeros } from './Zeros.tsx'

type View = ViewOf<typeof experiment>

const question: Question = {
  ask: 'Before you run it: where does the network with dropout end, in all seeds?',
  context:
    'Two networks with the same images, the same labels, the same order and the same starting weights. The loss is measured without dropout in both; the labels of the test images are all right.',
  options: [
    { id: 'both', label: 'Lower training loss, lower test loss' },
    { id: 'test', label: 'Higher training loss, lower test loss' },
    { id: 'training', label: 'Higher training loss, higher test loss' },
    { id: 'alike', label: 'The seeds do not agree' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const [training, test] = [compared(run, 'loss'), compared(run, 'testLoss')]
    if (!training || !test) return null
    if (training === 'higher' && test === 'lower') return 'test'
    if (training === 'lower' && test === 'lower') return 'both'
    return training === 'higher' && test === 'higher' ? 'training' : 'alike'
  },
}

/** Says when each test loss was least, as soon as it has grown by a tenth since; at the end also what became of the errors. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const sentences = variants.flatMap((variant) => {
    const least = leastSoFar(run, variant, 'testLoss')
    const present = medianAt(run, variant, 'testLoss')
    if (!least || present === undefined || !(present > 1.1 * least.value)) return []
    return [
      `The test loss with ${labelOf(run, variant)} was least at epoch ${clockText(run, least.epoch)}, ${formatNumber(least.value)}, and is ${formatNumber(present)} now.`,
    ]
  })
  if (sentences.length === 0) sentences.push('No test loss has grown by a tenth since it was least.')
  if (!isOver(run)) return sentences.join(' ')
  const ends = (metric: string, print: (value: number) => string) =>
    list(variants.map((id) => `${labelOf(run, id)} ${print(medianAt(run, id, metric) ?? 0)}`))
  sentences.push(
    `At the end, test loss: ${ends('testLoss', formatNumber)}; test error: ${ends('testError', formatPercent)}.`,
  )
  if (compared(run, 'testError') === 'alike')
    sentences.push('The seeds do not agree on whose error is lower.')
  return sentences.join(' ')
}

export default function NoisyLabels(props: FigureProps) {
  const run = useRun('noisy-labels', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="noisy-labels"
      code={() => import('./code.ts')}
      title="The gap, with and without dropout"
      subtitle={({ images, randomLabels, rate, learningRate }) =>
        `Two hidden layers of ${width} ReLUs, ${images} images of 12 × 12, ${randomLabels === '0' ? 'all labels right' : `labels drawn at random for ${setup.config.randomLabels.names?.[randomLabels] ?? randomLabels} of them`}, rate ${formatSetting(rate)}, Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Losses are cross-entropies. The training loss is that of all training images with the labels that
          the network is taught, random ones among them; test loss and test error are those of {testImages}{' '}
          other images with right labels. All are measured without dropout. Lines are the median of the seeds,
          bands run from the least to the greatest. In the first panel the line of points is the training
          loss, the other the test loss. The bars are the share of a hidden layer&rsquo;s activations that are
          exactly 0, over the test images. In the picture below a row is a unit of the second hidden layer of
          the first seed, and a column one of {columnsShown} test images, from the zeros at the left to the
          nines at the right; the palest cells are 0.
        </>
      }
      paper={
        <>
          Srivastava and colleagues compared networks with and without dropout on MNIST and other data sets
          whose labels are right. The random labels are ours: they make overfitting large enough to be seen
          with {mostImages} images. A random label is drawn from all ten, so one in ten of them is right by
          chance.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testLoss" />
        <LinePlot metric="testError" size="short" />
        <LinePlot metric="zeros2" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Training loss and test loss" height={170}>
          {(variant) => <Gap variant={variant} />}
        </Panel>
        <Panel title="Zeros in the hidden layers" aside="mean activation →" height={64}>
          {(variant) => <Zeros variant={variant} />}
        </Panel>
        <Panel
          title="Hidden layer 2: units ↓, images →"
          aside={<RampLegend low="0" high={String(limit)} sequential />}
          height={232}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.activations}
              of="Activations of hidden layer 2, units by images"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
