/** Figure: thirty layers of ReLU on digits, from He, Xavier and small weights. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  shareText,
  clockText,
  labelOf,
  capital,
  firstEpoch,
  formatSetting,
  Histograms,
  isOver,
  LinePlot,
  LiveFigure,
  list,
  Panel,
  seedsThat,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { testImages, trainingImages, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** A network has begun to learn when its loss is well below ln 10 = 2.303, that of a guess among ten digits. */
const begun = { atMost: 1.5 }
const guess = Math.log(10)
const guessing = { atLeast: guess - 0.02, atMost: guess + 0.02 }

const learns = (run: Run, variant: string) => firstEpoch(run, variant, 'loss', begun) !== null

const question: Question = {
  ask: 'Before you run it: which of the three networks bring their training loss below 1.5?',
  context:
    'Thirty layers, the same images in the same order. Only the size of the starting weights differs. A blind guess among ten digits has a loss of 2.3.',
  options: [
    { id: 'all', label: 'All three', note: 'some later than others' },
    { id: 'both', label: 'He and Xavier', note: 'not the small weights' },
    { id: 'he', label: 'He alone' },
    { id: 'none', label: 'None', note: 'thirty layers are too many' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const [he, xavier, small] = ['he', 'xavier', 'small'].map((variant) => learns(run, variant))
    if (he && xavier && small) return 'all'
    if (he && xavier) return 'both'
    if (he && !xavier && !small) return 'he'
    return !he && !xavier && !small ? 'none' : null
  },
}

/** Names who has begun to learn and when; at the end, how far they came and who never left the loss of a guess. */
function readout(run: Run): string | null {
  const { reach, variants, seeds } = run.getState()
  if (reach.step === 0) return null
  const learned = variants.filter((variant) => learns(run, variant))
  const sentences = learned.map((variant) => {
    const epoch = clockText(run, firstEpoch(run, variant, 'loss', begun) ?? 0)
    return `${capital(labelOf(run, variant))} was below a loss of 1.5 from epoch ${epoch}.`
  })
  if (learned.length === 0)
    sentences.push(
      isOver(run) ? 'No network got below a loss of 1.5.' : 'No network is below a loss of 1.5 yet.',
    )
  if (!isOver(run)) return sentences.join(' ')
  for (const variant of learned)
    sentences.push(
      `${capital(labelOf(run, variant))} ends at ${shareText(run, variant, 'testAccuracy')} of the test images.`,
    )
  const stuck = variants.filter((variant) => !learned.includes(variant))
  const still = stuck.filter((variant) => seedsThat(run, variant, 'loss', guessing) === seeds.length)
  if (still.length > 0)
    sentences.push(
      `${capital(list(still.map((variant) => labelOf(run, variant))))} still ${still.length > 1 ? 'have' : 'has'} the loss of a guess, 2.30, in every seed.`,
    )
  return sentences.join(' ')
}

export default function ThirtyLayers(props: FigureProps) {
  const run = useRun('thirty-layers', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="thirty-layers"
      code={() => import('./code.ts')}
      title="Thirty layers, three sizes of starting weights"
      subtitle={({ depth, learningRate, small }) =>
        `${depth} layers of weights, ${width} ReLU units in each hidden one, ${trainingImages} images of 12 × 12, momentum 0.9, learning rate ${formatSetting(learningRate)}. Small: σ = ${formatSetting(small)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. The training loss is
          measured on 500 training images, the accuracy on 500 test images; lines of networks that stay at a
          guess lie on each other. The histograms show what leaves ten of the hidden layers, from the first to
          the last, for the first seed; end bars hold everything beyond.
        </>
      }
      paper={
        <>
          He and colleagues trained convolutional networks of 22 and of 30 layers on ImageNet, from Xavier
          weights and from their own. Here dense layers of {width} units learn digits of 12 × 12 pixels;
          choose <em>Twenty-two layers</em> in the settings for their first case.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" threshold={{ at: 1.5, label: '1.5' }} />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Activations leaving hidden layers" aside="spread σ →" height={480}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
