/** Figure: the same deep network on digits, once for each activation. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  clockText,
  labelOf,
  capital,
  firstEpoch,
  firstVariant,
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
  variantOptions,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { testImages, trainingImages, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const learned = { atMost: 0.5 }
/** Ten digits: guessing gives 10%. */
const chance = { atMost: 0.15 }

const question: Question = {
  ask: 'Before you run it: which network brings its training loss below 0.5 first?',
  context:
    'Five networks, the same images in the same order. The function between the layers differs, and the size of the starting weights is the one made for it.',
  options: variantOptions(setup.variants),
  answer: (run) => firstVariant(run, 'loss', learned),
}

/** Speaks when the first network has learned, and at the end of those that never left chance. */
function readout(run: Run): string | null {
  const { reach, variants } = run.getState()
  if (reach.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const first = firstVariant(run, 'loss', learned)
  const sentences: string[] = []
  if (first) {
    const epoch = clockText(run, firstEpoch(run, first, 'loss', learned) ?? 0)
    sentences.push(`${capital(label(first))} was first below a loss of 0.5, at epoch ${epoch}.`)
  } else sentences.push('No network is below a loss of 0.5 yet.')
  const stuck = variants.filter((id) => (medianAt(run, id, 'testAccuracy', 'reach') ?? 0) <= chance.atMost)
  if (isOver(run) && stuck.length > 0) sentences.push(`${capital(list(stuck.map(label)))} never left chance.`)
  if (isOver(run) && first) {
    const rest = variants.filter((id) => !stuck.includes(id))
    const scores = rest.map((id) => `${label(id)} ${formatPercent(medianAt(run, id, 'testAccuracy') ?? 0)}`)
    sentences.push(`Test accuracy: ${list(scores)}.`)
  }
  return sentences.join(' ')
}

export default function ActivationRace(props: FigureProps) {
  const run = useRun('activation-race', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="activation-race"
      code={() => import('./code.ts')}
      title="Five activations learn digits"
      subtitle={({ depth, optimizer, learningRate }) =>
        `${depth} hidden ${depth === 1 ? 'layer' : 'layers'} of ${width} units, ${trainingImages} images of 12 × 12, ${setup.config.optimizer.names?.[optimizer] ?? optimizer}, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. The training loss is
          measured on 500 training images, the accuracy on 500 test images. The panels show the first seed:
          what leaves each hidden layer, and the weights into the first 12 units, each drawn in the shape of
          the image. End bars of a histogram hold everything beyond.
        </>
      }
      paper={
        <>
          Clevert and colleagues compared ELU with ReLU and Leaky ReLU on MNIST autoencoders and large
          convolutional networks. Here a small dense network learns digits of 12 × 12 pixels: the
          book&rsquo;s, or your own.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" threshold={{ at: 0.5, label: '0.5' }} />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Activations leaving each hidden layer" aside="spread σ →" height={200}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
        <Panel
          title="Weights into 12 units of layer 1"
          aside={<RampLegend low="−0.5" high="+0.5" />}
          height={140}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.weights}
              of="Weights into units of layer 1"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
