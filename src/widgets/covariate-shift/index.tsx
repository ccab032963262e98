/** Figure: a shift put back in behind batch normalization, at every step. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  labelOf,
  formatNumber,
  formatPercent,
  formatSetting,
  Heatmap,
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
import setup, { hiddenLayers, stepsShown, testImages, trainingImages, watched, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** Four points of accuracy: about twice the spread over seeds. */
const close = 0.04
/** Ten digits: guessing gives 10%. */
const chance = 0.15

const question: Question = {
  ask: 'Before you run it: with a shift put back in at every step, where does batch norm end?',
  context:
    'At every step each hidden unit gets a number of its own, drawn from −0.5 to 0.5, added to what enters its ReLU. Without the shift these inputs have mean 0 and standard deviation 1 when training starts.',
  options: [
    { id: 'close', label: 'Within 4 points', note: 'of batch norm without it' },
    { id: 'between', label: 'In between' },
    { id: 'chance', label: 'At chance', note: '10% of the test images' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const [plain, shifted] = ['batch', 'batchShifted'].map((id) => medianAt(run, id, 'testAccuracy') ?? 0)
    if (shifted! <= chance) return 'chance'
    return Math.abs(shifted! - plain!) <= close ? 'close' : 'between'
  },
}

/** How far layer 3 moves in one step, as a share of its spread, and at the end what each network gets right. */
function readout(run: Run): string | null {
  const { reach, variants } = run.getState()
  if (reach.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const shifts = variants.map((id) => `${label(id)} ${formatNumber(medianAt(run, id, 'shift') ?? 0)}`)
  const sentences = [`Shift of layer ${watched} in one step: ${list(shifts)}.`]
  if (isOver(run)) {
    const scores = variants.map(
      (id) => `${label(id)} ${formatPercent(medianAt(run, id, 'testAccuracy') ?? 0)}`,
    )
    sentences.push(`Test accuracy: ${list(scores)}.`)
  }
  return sentences.join(' ')
}

export default function CovariateShift(props: FigureProps) {
  const run = useRun('covariate-shift', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="covariate-shift"
      code={() => import('./code.ts')}
      title="Is it covariate shift?"
      subtitle={({ shift, learningRate }) =>
        `${hiddenLayers} hidden layers of ${width} ReLU units, ${trainingImages} images of 12 × 12, SGD, learning rate ${formatSetting(learningRate)}, a shift of at most ${formatSetting(shift)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. The training loss is
          measured on 500 training images, the accuracy on {testImages} test images, both without the shift.
          For the lowest plot the network makes one step more, which is then taken back: the means of what
          enters the units of layer {watched} are compared before and after, over the same 500 training
          images, and divided by its standard deviation. A row of the panel is one of the next {stepsShown}{' '}
          steps of the first seed, a column is a unit, and its colour says how far the unit&rsquo;s mean has
          moved from where it is now.
        </>
      }
      paper={
        <>
          Santurkar and colleagues put noise behind batch normalization in a convolutional network, with
          another mean and variance at every step, to ask whether less shift is what makes batch normalization
          work. Here the shift alone is drawn, one number for each unit and step, for a small dense network on
          digits.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" />
        <LinePlot metric="testAccuracy" size="short" />
        <LinePlot metric="shift" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title={`Means of the units of layer ${watched} over the next ${stepsShown} steps`}
          aside={<RampLegend low="−1 σ" high="+1 σ" />}
          height={120}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.moved}
              of={`How far the means of the units of layer ${watched} move in ${stepsShown} steps`}
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
