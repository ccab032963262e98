/** Figure: one network taught the true labels of digits, and labels that were drawn by lot. */
import type { Run } from '../../lab/runState.ts'
import {
  firstEpoch,
  formatSetting,
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
import setup, { mostImages, shown, testImages } from './config.ts'
import { Taught } from './Taught.tsx'

const question: Question = {
  ask: 'Before you run it: of how many training images will the network say what it was taught, where all labels were drawn by lot?',
  context:
    'The same images, the same order, the same starting weights. A label drawn by lot is one of ten digits, whatever the image shows. By guessing one gets a tenth of them right.',
  options: [
    { id: 'guess', label: 'About a tenth', note: 'no better than a guess' },
    { id: 'half', label: 'More, but at most half' },
    { id: 'most', label: 'More than half, not all' },
    { id: 'every', label: 'All of them' },
  ],
  answer(run) {
    const share = medianAt(run, 'all', 'trainingAccuracy', 'reach')
    if (!isOver(run) || share === undefined || Number.isNaN(share)) return null
    if (share === 1) return 'every'
    if (share > 0.5) return 'most'
    return share > 0.2 ? 'half' : 'guess'
  },
}

/** When each network first said of all training images what it was taught; at the end also what it says of others. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const firsts = variants.flatMap((variant) => {
    const step = firstEpoch(run, variant, 'trainingAccuracy', { atLeast: 1 })
    return step === null ? [] : [{ variant, step }]
  })
  const sentences = [
    firsts.length === 0
      ? `No network says of all training images what it was taught${isOver(run) ? '' : ' yet'}.`
      : `Every training image is answered as taught: ${list(firsts.map(({ variant, step }) => `${labelOf(run, variant)} from step ${step}`))}.`,
  ]
  if (isOver(run))
    sentences.push(
      `At the end, test accuracy: ${list(variants.map((id) => `${labelOf(run, id)} ${shareText(run, id, 'testAccuracy')}`))}.`,
    )
  return sentences.join(' ')
}

export default function MemoriseNoise(props: FigureProps) {
  const run = useRun('memorise-noise', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="memorise-noise"
      code={() => import('./code.ts')}
      title="Labels drawn by lot"
      subtitle={({ images, units, learningRate }) =>
        `One hidden layer of ${units} ReLUs, ${images} images of 12 × 12, Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The first plot shows the share of the training images of which the network says what it was taught,
          be that true or drawn by lot; the second its accuracy on {testImages} other images, whose labels are
          all true. Lines are the median of the seeds, bands run from the least to the greatest. Below are the
          first training images of the first seed, {shown} where there is room. Under each stands the label it
          is taught, an arrow, and what the network says now; an image has a coloured frame where both are the
          same.
        </>
      }
      paper={
        <>
          Zhang and colleagues taught small versions of Inception and AlexNet and fully connected networks the
          50,000 images of CIFAR-10, with true labels, partly and wholly random ones, and with images of
          noise, and a large Inception the 1.2 million images of ImageNet. Here a network of one hidden layer
          learns at most {mostImages} small images. A label drawn by lot is right by chance for one image in
          ten.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="trainingAccuracy" />
        <LinePlot metric="testAccuracy" size="short" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Training images" aside="taught → says" height={330}>
          {(variant) => <Taught variant={variant} />}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
