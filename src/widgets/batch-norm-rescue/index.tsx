/** Figure: a deep sigmoid network on digits without normalization, and with three. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  clockText,
  labelOf,
  capital,
  firstEpoch,
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
import setup, { columnsShown, limit, shownImages, testImages, trainingImages, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const learned = { atLeast: 0.5 }
/** Ten digits: guessing gives 10%. */
const chance = { atMost: 0.15 }

const learns = (run: Run, variant: string) => firstEpoch(run, variant, 'testAccuracy', learned) !== null

const question: Question = {
  ask: 'Before you run it: which of the four networks get above 50% of the test images?',
  context:
    'Six layers of weights with sigmoids between them, the same images in the same order. Only the normalization differs.',
  options: [
    { id: 'all', label: 'All four', note: 'some later than others' },
    { id: 'normalized', label: 'The three normalized ones' },
    { id: 'activations', label: 'Batch norm and layer norm' },
    { id: 'alone', label: 'Batch norm alone' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const [none, batch, layer, weight] = ['none', 'batch', 'layer', 'weight'].map((id) => learns(run, id))
    if (!batch) return null
    if (none) return layer && weight ? 'all' : null
    if (layer) return weight ? 'normalized' : 'activations'
    return weight ? null : 'alone'
  },
}

/** Names who got above 50% and when; at the end how far each came, and who never left chance. */
function readout(run: Run): string | null {
  const { reach, variants } = run.getState()
  if (reach.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const there = variants.filter((id) => learns(run, id))
  const sentences = there.map((id) => {
    const epoch = clockText(run, firstEpoch(run, id, 'testAccuracy', learned) ?? 0)
    return `${capital(label(id))} was above 50% from epoch ${epoch}.`
  })
  if (there.length === 0) sentences.push(`No network is above 50%${isOver(run) ? '' : ' yet'}.`)
  if (!isOver(run)) return sentences.join(' ')
  const ends = there.map((id) => `${label(id)} ${formatPercent(medianAt(run, id, 'testAccuracy') ?? 0)}`)
  if (ends.length > 0) sentences.push(`At the end: ${list(ends)}.`)
  const stuck = variants.filter((id) => (medianAt(run, id, 'testAccuracy') ?? 0) <= chance.atMost)
  if (stuck.length > 0)
    sentences.push(`${capital(list(stuck.map(label)))} ended at a guess, 10% or little more.`)
  return sentences.join(' ')
}

export default function BatchNormRescue(props: FigureProps) {
  const run = useRun('batch-norm-rescue', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="batch-norm-rescue"
      code={() => import('./code.ts')}
      title="Six layers of sigmoids, with and without normalization"
      subtitle={({ depth, learningRate, start }) =>
        `${depth} layers of weights, ${width} sigmoid units in each hidden one, ${trainingImages} images of 12 × 12, SGD, learning rate ${formatSetting(learningRate)}, starting weights ${start === 'data' ? 'fitted to the first batch' : 'Xavier'}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. The loss is that of 500
          training images, the accuracy that of 500 test images; batch norm uses its running mean and variance
          in both. The panels show the first seed and {shownImages} training images; here batch norm uses the
          mean and variance of these, as it does in training. The histograms count, for every unit, how far
          each image lies from the unit&rsquo;s mean: a single spike says that all images look the same to
          that layer, and end bars hold everything beyond. Below, a row is a unit of the last hidden layer,
          and a column one of {columnsShown} images, from the zeros at the left to the nines at the right.
        </>
      }
      paper={
        <>
          Ioffe and Szegedy first showed batch normalization on MNIST, with three hidden layers of 100
          sigmoids and 50,000 steps. Here there are five hidden layers of {width} and few steps. Salimans and
          Kingma start weight normalization from the data of the first batch; here it starts as the network
          without it, so that one thing differs. Choose <em>Weights fitted to the first batch</em> in the
          settings for their start.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="What enters the sigmoids: differences between images" aside="spread σ →" height={270}>
          {(variant) => (
            <Histograms
              variant={variant}
              pick={(view: View) => view.differences}
              of="differences between images by layer"
            />
          )}
        </Panel>
        <Panel
          title="What enters the last sigmoids: units ↓, images →"
          aside={<RampLegend low={`−${limit}`} high={`+${limit}`} />}
          height={224}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.lastLayer}
              of="What enters the last sigmoids, units by images"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
