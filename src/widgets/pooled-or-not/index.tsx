/** Figure: a small convolutional network on few digits, without pooling, with strides, and with three kinds of pooling. */
import type { ViewOf } from '../../lab/experiment.ts'
import {
  formatSetting,
  Heatmap,
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
import setup, { mostImages, testImages } from './config.ts'
import { better, near, readout } from './facts.ts'
import { Layers } from './Layers.tsx'
import { filters, kernelSize, poolSize } from './networks.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const question: Question = {
  ask: `Before you run it: which kinds of pooling end with fewer mistakes on new images than the network without pooling, by more than ${100 * near} points?`,
  context:
    'Five networks with the same two convolutions, from the same kernels, learn the same 100 images. What makes their maps smaller differs: nothing, a stride of 2, or one of three kinds of pooling.',
  options: [
    { id: 'all', label: 'All three' },
    { id: 'some', label: 'Some of them', note: 'not all' },
    { id: 'none', label: 'None of them' },
  ],
  answer: better,
}

export default function PooledOrNot(props: FigureProps) {
  const run = useRun('pooled-or-not', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="pooled-or-not"
      code={() => import('./code.ts')}
      title="Few digits, with pooling and without"
      subtitle={({ images, pixels, learningRate }) =>
        `Two convolutions of ${kernelSize} × ${kernelSize} with ${filters.join(' and ')} filters and ReLU, then one dense layer. ${images} images of 12 × 12, of a pixel the network sees ${setup.config.pixels.names?.[pixels] ?? pixels}. Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The error is the share of images that are classified wrongly, of the training images and of{' '}
          {testImages} others. Lines are the median of the seeds, bands run from the least to the greatest.
          The table shows each network layer by layer: what leaves it, as height × width × maps, and how many
          weights and biases it learns; “conv /2” moves by two pixels at a time, poolings have windows of{' '}
          {poolSize} × {poolSize}. The pictures show what goes into the dense layer for one test image, a 3,
          in the first seed.
        </>
      }
      paper={
        <>
          Zeiler and Fergus compared max, average and stochastic pooling in networks of three convolutions on
          MNIST, CIFAR and street numbers, each trained on tens of thousands of images. Springenberg and
          colleagues replaced the poolings of larger networks on CIFAR by strides, in two ways: the stride
          moves to the convolution before, as here, or becomes a convolution of its own.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="trainingError" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Layers" aside="what leaves them, and parameters" height={148}>
          {(variant) => <Layers variant={variant} />}
        </Panel>
        <Panel title="What the dense layer sees of a 3" height={150}>
          {(variant) => <Heatmap variant={variant} pick={(view: View) => view.maps} of="last maps of a 3" />}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
