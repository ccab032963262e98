/** Figure: a network on few digits, as they are, with an L2 penalty, and with the digits shifted at random. */
import {
  formatSetting,
  LinePlot,
  LiveFigure,
  Panel,
  TimePlots,
  VariantColumns,
  variantOptions,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { mostImages, rowsShown, testImages, width } from './config.ts'
import { best, near, readout } from './facts.ts'
import { Seen } from './Seen.tsx'

const question: Question = {
  ask: 'Before you run it: which network ends with the fewest mistakes on images that it has never seen?',
  context:
    'Three networks with the same 200 images, the same order and the same starting weights. One learns them as they are, one pays for large weights with an L2 penalty, and one sees each image moved by at most one pixel, drawn anew every time.',
  options: [
    ...variantOptions(setup.variants),
    { id: 'alike', label: 'The best two are alike', note: `within ${100 * near} points` },
  ],
  answer: best,
}

const pixels = (reach: number) => `${reach} ${reach === 1 ? 'pixel' : 'pixels'}`

export default function ShiftTheDigits(props: FigureProps) {
  const run = useRun('shift-the-digits', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="shift-the-digits"
      code={() => import('./code.ts')}
      title="Few digits, a penalty, and digits that move"
      subtitle={({ images, reach, l2, learningRate }) =>
        `Two hidden layers of ${width} ReLUs, ${images} images of 12 × 12, L2 strength ${formatSetting(l2)}, shifts by at most ${pixels(reach)}, Adam, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The error is the share of images that are classified wrongly. The training error is that of the
          training images as they are, in all three networks; the test error is that of {testImages} other
          images, which are never moved. Lines are the median of the seeds, bands run from the least to the
          greatest. The panel shows the first seed: {rowsShown.length} training images, and the last pictures
          of each that a step learned from, the newest at the right. An empty frame has not been filled yet.
        </>
      }
      paper={
        <>
          Krogh and Hertz studied weight decay in theory for linear networks, and tried it on NetTalk, where a
          network turns letters into sounds. Here L2 is strength times the sum of the squared weights, without
          biases. A shift moves an image right or left and up or down by whole pixels, all ways equally
          likely, none among them; what moves in is paper.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="trainingError" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title={`What the steps see of ${rowsShown.length} training images`} height={164}>
          {(variant) => <Seen variant={variant} />}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
