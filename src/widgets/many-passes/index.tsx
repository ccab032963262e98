/** Figure: the average of many passes with units left out, against one pass with all units. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  formatNumber,
  formatPercent,
  Heatmap,
  isOver,
  labelOf,
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
import setup, { columnsShown, hiddenLayers, testImages, trainingImages, width } from './config.ts'
import { ErrorByPasses } from './ErrorByPasses.tsx'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** Errors closer than this are about the same: 10 of 500 images. */
const close = 0.02

/** The least number of passes, up to the epoch line, whose average is about as good as all units at once; null if none. */
function enough(run: Run, variant: string): number | null {
  const { history } = run
  const [passes, whole, epochs] = [
    history.median(variant, 'passesError'),
    history.median(variant, 'wholeError'),
    history.epochs(variant),
  ]
  const last = history.indexAt(variant, run.getState().now.step)
  for (let i = 0; i <= last; i++)
    if (epochs[i]! >= 1 && passes[i]! <= whole[i]! + close) return Math.round(epochs[i]!)
  return null
}

const question: Question = {
  ask: 'Before you run it: with half of the units left out in every pass, how many passes must be averaged to make as few mistakes as one pass with all units?',
  context: `As few: no more than ${close * testImages} of ${testImages} test images beyond those that all units get wrong.`,
  options: [
    { id: 'one', label: 'One is enough' },
    { id: 'few', label: 'Two to ten' },
    { id: 'many', label: 'More than ten' },
    { id: 'never', label: 'Thirty are not enough' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const passes = enough(run, 'rate50')
    if (passes === null) return 'never'
    if (passes === 1) return 'one'
    return passes <= 10 ? 'few' : 'many'
  },
}

/** How many passes were needed; at the end, error and loss of both, and which of the two knows its mistakes better. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  if (now.epoch < 1) return 'The networks are being trained; the passes come after it.'
  const found = variants.flatMap((id) => {
    const passes = enough(run, id)
    return passes === null ? [] : [`${labelOf(run, id)} from ${passes} on`]
  })
  const sentences = [
    found.length === 0
      ? 'No average is within 2 points of all units at once yet.'
      : `Within 2 points of all units at once, or below: ${list(found)}.`,
  ]
  if (!isOver(run)) return sentences.join(' ')
  const at = (id: string, metric: string) => medianAt(run, id, metric) ?? Number.NaN
  const both = (average: string, whole: string, print: (value: number) => string) =>
    list(variants.map((id) => `${labelOf(run, id)} ${print(at(id, average))} and ${print(at(id, whole))}`))
  sentences.push(
    `The average against all units at once: mistakes at ${both('passesError', 'wholeError', formatPercent)}; loss at ${both('passesLoss', 'wholeLoss', formatNumber)}.`,
  )
  return sentences.join(' ')
}

export default function ManyPasses(props: FigureProps) {
  const run = useRun('many-passes', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="many-passes"
      code={() => import('./code.ts')}
      title="Many passes with units left out, one pass with all"
      subtitle={({ updates, randomLabels }) =>
        `${hiddenLayers} hidden layers of ${width} ReLU units, ${trainingImages} images${randomLabels === '0' ? '' : `, ${formatPercent(Number(randomLabels))} of them with random labels`}, Adam, ${updates} updates with inverted dropout at three rates; then one pass after another over the same test images.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Left of 0 the networks train, from 0 on a step is one pass. In a pass every unit is left out with
          its network&rsquo;s rate, anew for each of the {testImages} test images, as in training; the
          probabilities of all passes so far are averaged. While it trains, the lines show a single pass.
          Lines are the median of the seeds, bands run from the least to the greatest. The lowest plot asks
          how well the spread between passes points at mistakes: it is the chance that the probability of the
          answer varies more for a wrong answer than for a right one, and 50% is a guess. In the upper panels
          the line is the average of the passes and the dashed line all units at once, without dropout. In the
          lower ones a row is a pass of the first seed and a column one of {columnsShown} test images,
          coloured by the probability of the true class; at the bottom are the average, and all units at once,
          by which the columns are sorted.
        </>
      }
      paper={
        <>
          In figure 11 of Srivastava and others (2014) networks with units left out are drawn for each test
          image of MNIST, and the average of about 50 is as good as the scaled weights. Here the networks were
          trained with inverted dropout, so that all units at once need no scaling. Gal and Ghahramani (2016)
          read the average as an approximation to Bayesian prediction, and the spread as the model&rsquo;s
          uncertainty. It is the spread that the chosen rate gives to one set of weights: another rate gives
          another spread.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="passesError" />
        <LinePlot metric="passesLoss" size="short" />
        <LinePlot metric="spreadFinds" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Test error by passes averaged →" aside="dashed: all units at once" height={190}>
          {(variant) => <ErrorByPasses variant={variant} />}
        </Panel>
        <Panel
          title="Probability of the true class: passes ↓ images →"
          aside={<RampLegend low="0" high="1" sequential />}
          height={330}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.truth}
              of="Probability of the true class, passes by test images"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
