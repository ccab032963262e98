/** Figure: single weights or whole filters of a convolutional network are cut, as many weights of each layer. */
import {
  formatPercent,
  Heatmap,
  LinePlot,
  LiveFigure,
  Panel,
  RampLegend,
  TimePlots,
  VariantColumns,
  WidePanel,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { CostTable } from '../CostTable.tsx'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { seen, testImages, trainingImages } from './config.ts'
import { answer, margin, readout } from './facts.ts'
import { kernelSize, limit, matricesOf, sparsityOf, width } from './networks.ts'
import type { View } from './train.ts'

const question: Question = {
  ask: 'Before you run it: one network loses single weights, one loses whole filters, as many weights of each layer. Which has more test images right?',
  context: `They are the same network until the cut. After it both are trained on, without what was cut. “More” means by more than ${100 * margin} points.`,
  options: [
    { id: 'weights', label: 'Single weights, at the end too' },
    { id: 'filters', label: 'Whole filters, at the end' },
    { id: 'first', label: 'Single weights at once', note: 'at the end about equal' },
    { id: 'equal', label: 'About equal all the time' },
  ],
  answer,
}

export default function WholeFilters(props: FigureProps) {
  const run = useRun('whole-filters', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="whole-filters"
      code={() => import('./code.ts')}
      title="Single weights or whole filters"
      subtitle={({ filters, before }) =>
        `Two convolutions of ${kernelSize} × ${kernelSize} with ${width} filters and max pooling, then a dense layer; ${trainingImages} digits. After ${before} updates ${formatPercent(sparsityOf(filters))} of the weights go: those of all but ${filters} filters of each convolution, or as many single ones of each layer.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Test accuracy on {testImages} images, loss on {seen} of the training images: lines are the median of
          the seeds, bands run from the least to the greatest. The point at the cut is measured after it. The
          filters that stay are those whose absolute weights have the greatest sums; with a filter go the
          weights of the next layer that read its map. &ldquo;Small from the start&rdquo; has as many filters
          as are left, and the same images in the same order. The pictures are the sizes of the weights of the
          second convolution, {kernelSize} by {kernelSize} for each pair: a row for each map that comes in, a
          column for each filter. The table follows from the settings: kilobytes are 1000 bytes, compressed
          rows have 32-bit indices, a product is one weight times one input, for one image, the zeros around
          it included.
        </>
      }
      paper={
        <>
          Li and colleagues cut filters of VGG and ResNet on CIFAR-10 and ImageNet by these sums, fewer of
          them in layers that suffer more, and then trained on. Here the networks are small, and every layer
          loses the same share of its filters.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testAccuracy" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title="Sizes of the weights of the second convolution"
          aside={<RampLegend sequential low="0" high={String(limit)} />}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.between}
              of="Sizes of the weights of the second convolution"
              described={({ values }) =>
                `${values.filter((value) => value > 0).length} of ${values.filter((value) => !Number.isNaN(value)).length} are not 0`
              }
            />
          )}
        </Panel>
        <WidePanel title="What has to be stored and multiplied" height={170}>
          <CostTable matricesOf={matricesOf} left="filters" />
        </WidePanel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
