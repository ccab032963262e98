/** Figure: single weights or whole units are cut, as many weights in all; what that does to errors, bytes and products. */
import type { Run } from '../../lab/runState.ts'
import {
  formatPercent,
  Heatmap,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  medianAt,
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
import { Clock } from './Clock.tsx'
import setup, { sparsityOf, testImages, trainingImages, width } from './config.ts'
import { matricesOf } from './matrices.ts'
import type { View } from './train.ts'

/** Accuracies nearer than this are called equal. */
const margin = 0.03

/** Median test accuracy right after the cut, before anything is trained on; undefined before it. */
function afterCut(run: Run, variant: string): number | undefined {
  const { now, config } = run.getState()
  const before = Number(config['before'])
  if (now.step < before) return undefined
  return run.history.median(variant, 'testAccuracy')[run.history.indexAt(variant, before)]
}

const question: Question = {
  ask: 'Before you run it: one network loses single weights, one loses whole units, as many weights in all. Which has more test images right?',
  context: 'They are the same network until the cut. After it both are trained on, without what was cut.',
  options: [
    { id: 'weights', label: 'Single weights, at once and at the end' },
    { id: 'units', label: 'Whole units, at once and at the end' },
    { id: 'first', label: 'Single weights at once', note: 'at the end about equal' },
    { id: 'equal', label: 'About equal all the time' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const [cutWeights, cutUnits] = ['weights', 'units'].map((id) => afterCut(run, id))
    const [weights, units] = ['weights', 'units'].map((id) => medianAt(run, id, 'testAccuracy'))
    if (cutWeights === undefined || cutUnits === undefined || weights === undefined || units === undefined)
      return null
    const [atOnce, atTheEnd] = [cutWeights - cutUnits, weights - units]
    if (Math.abs(atTheEnd) <= margin) return atOnce > margin ? 'first' : atOnce < -margin ? null : 'equal'
    if (atOnce > margin && atTheEnd > 0) return 'weights'
    return atOnce < -margin && atTheEnd < 0 ? 'units' : null
  },
}

/** What the cut left of the two networks, and where all three end. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const cut = variants.flatMap((id) => {
    const accuracy = id === 'small' ? undefined : afterCut(run, id)
    return accuracy === undefined ? [] : [`${labelOf(run, id)} ${formatPercent(accuracy)}`]
  })
  if (cut.length === 0) return 'Nothing is cut yet.'
  const sentences = [`Test accuracy right after the cut: ${cut.join(', ')}.`]
  if (isOver(run)) {
    const ends = variants.map(
      (id) => `${labelOf(run, id)} ${formatPercent(medianAt(run, id, 'testAccuracy') ?? 0)}`,
    )
    sentences.push(`At the end: ${ends.join(', ')}.`)
  }
  return sentences.join(' ')
}

export default function WholeUnits(props: FigureProps) {
  const run = useRun('whole-units', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="whole-units"
      code={() => import('./code.ts')}
      title="Single weights or whole units"
      subtitle={({ units, before }) =>
        `Two hidden layers of ${width} ReLUs, ${trainingImages} digits. After ${before} updates ${formatPercent(sparsityOf(units))} of the weights go: the smallest of each layer, or those of all but ${units} units in each hidden layer.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Test accuracy on {testImages} images: lines are the median of the seeds, bands run from the least to
          the greatest. The point at the cut is measured after it. The units that stay are those whose
          incoming weights are longest. &ldquo;Small from the start&rdquo; has as many units as are left, and
          the same images in the same order. The pictures are the sizes of the weights between the hidden
          layers. The table follows from the settings: kilobytes are 1000 bytes, compressed rows have 32-bit
          indices, a product is one weight times one input. The clock times products on your device, not the
          network of the figure.
        </>
      }
      paper={
        <>
          Li and colleagues cut filters of convolutional networks by the sum of their absolute weights. Liu
          and colleagues compare such networks with small ones that are trained from scratch, on larger images
          and for longer. Here the network has no convolutions, and units take the part of filters.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testAccuracy" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title="Sizes of the weights between the hidden layers"
          aside={<RampLegend sequential low="0" high="0.3" />}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.between}
              of="Sizes of the weights between the hidden layers"
              described={({ values, rows, columns }) =>
                `${rows} by ${columns}, ${values.filter((size) => size !== 0).length} are not 0`
              }
            />
          )}
        </Panel>
        <WidePanel title="What has to be stored and multiplied" height={170}>
          <CostTable matricesOf={matricesOf} left="units" />
        </WidePanel>
        <WidePanel title="Is it faster?" height={110}>
          <Clock />
        </WidePanel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
