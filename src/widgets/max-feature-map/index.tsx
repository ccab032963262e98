/** Figure: Max-Feature-Map against ReLU with as many parameters, and against ReLU with as many maps. */
import {
  formatSetting,
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
import { Competition } from './Competition.tsx'
import setup, { mapsShown, mostImages, size, testImages } from './config.ts'
import { answer, near, readout } from './facts.ts'

const question: Question = {
  ask: 'Before you run it: how will MFM end on images that it has never seen, compared with the ReLU network that has as many parameters?',
  context:
    'MFM computes two sums for each map and hands on the greater. So its layers cost twice the weights. The wider ReLU network has more maps instead, which makes the parameters equal; the plain one has as many maps as MFM, and fewer parameters. What counts is the mean of the seeds.',
  options: [
    { id: 'better', label: 'Fewer mistakes', note: `by more than ${100 * near} points` },
    { id: 'alike', label: 'About as many', note: `within ${100 * near} points` },
    { id: 'worse', label: 'More mistakes', note: `by more than ${100 * near} points` },
  ],
  answer,
}

export default function MaxFeatureMap(props: FigureProps) {
  const run = useRun('max-feature-map', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="max-feature-map"
      code={() => import('./code.ts')}
      title="Two sums, and the greater of them"
      subtitle={({ images, learningRate, scale }) =>
        `Two convolutional layers with max pooling, ${images} images of ${size} × ${size}, He’s start times ${formatSetting(scale)}, Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The test error is the share of {testImages} other images that are classified wrongly. Lines are the
          median of the seeds, bands run from the least to the greatest. The pictures show the first seed and
          one test image: up to {mapsShown} filters of the first layer, what they sum up, and what the layer
          hands on; violet is below zero, amber above. Where there are two rows of sums, each filter stands
          above its rival, and the numbers at the bottom say at how many of 100 places the upper sum is the
          greater.
        </>
      }
      paper={
        <>
          Wu and colleagues used MFM in networks of up to 29 layers that learned faces from millions of
          images. Here two small layers learn digits. All three networks start from He’s weights times one
          factor. He’s are made for ReLU, which halves the mean square of what it is given; the greater of two
          sums halves nothing.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="First layer, one test image" height={424}>
          {(variant) => <Competition variant={variant} />}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
