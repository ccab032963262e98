/** Figure: the length of a network's weights, long after every training image is right. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  capital,
  firstEpoch,
  formatNumber,
  formatSetting,
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
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { limit, mostImages, testImages, unitsShown } from './config.ts'
import { LogSteps, type Curve } from './LogSteps.tsx'
import { became, normAt } from './became.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const norm: readonly Curve[] = [{ metric: 'norm', words: 'norm', dash: [] }]
const pulls: readonly Curve[] = [
  { metric: 'lossPull', words: 'outwards', dash: [] },
  { metric: 'penaltyPull', words: 'inwards', dash: [3, 3] },
]

const question: Question = {
  ask: 'Before you run it: every training image is right. What does the norm of the weights do from then on, without a penalty?',
  context:
    'The norm is the length of all weights as one vector. Gradient descent on the cross-entropy of all training images; the same images and the same starting weights with and without the penalty.',
  options: [
    { id: 'stays', label: 'It stays', note: 'within 2%' },
    { id: 'stops', label: 'It grows, then stops', note: 'well before the end' },
    { id: 'grows', label: 'It grows to the end' },
    { id: 'shrinks', label: 'It shrinks' },
  ],
  answer: (run) => (isOver(run) ? became(run, 'none') : null),
}

/** Since when every training image is right, and the norm then and now; at the end how it grew, and the two pulls. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const sentences = variants.map((variant) => {
    const first = firstEpoch(run, variant, 'trainingAccuracy', { atLeast: 1 })
    const label = capital(labelOf(run, variant))
    if (first === null) return `${label}: not all images are right.`
    return `${label}: all images right from step ${first}, norm ${fine(normAt(run, variant, first))} then, ${fine(medianAt(run, variant, 'norm'))} now.`
  })
  if (!isOver(run)) return sentences.join(' ')
  const end = now.step
  const [quarter, half, last] = [end / 4, end / 2, end].map((step) => normAt(run, 'none', step))
  if (quarter !== undefined && half !== undefined)
    sentences.push(
      `Without a penalty it changed by ${fine(half - quarter)} from step ${end / 4} to ${end / 2}, and by ${fine(last! - half)} to ${end}.`,
    )
  const [outwards, inwards] = ['lossPull', 'penaltyPull'].map((metric) => medianAt(run, 'l2', metric))
  if (outwards !== undefined && inwards !== undefined)
    sentences.push(`Pulls with L2: ${formatNumber(outwards)} out, ${formatNumber(inwards)} in.`)
  return sentences.join(' ')
}

/** Two decimals: the norm changes little. */
const fine = (value: number | undefined) => (value ?? Number.NaN).toFixed(2).replace('-', '−')

export default function GrowingWeights(props: FigureProps) {
  const run = useRun('growing-weights', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="growing-weights"
      code={() => import('./code.ts')}
      title="After the last mistake"
      subtitle={({ images, network, learningRate, l2 }) =>
        `${images} images of 12 × 12, ${setup.config.network.names?.[network] ?? network}, gradient descent with learning rate ${formatSetting(learningRate)}; λ of L2 is ${formatSetting(l2)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Every step takes all training images. The training loss is the cross-entropy without the penalty.
          Lines are the median of the seeds, bands run from the least to the greatest. The first panels repeat
          the norm, with the step on a logarithmic axis: from 10 to 100 is as far as from 100 to 1,000. The
          pulls are the parts of the two gradients along the weights themselves: how much loss and penalty
          would change the norm in a step of learning rate 1. The line is what the loss does, outwards; the
          broken line is what the penalty does, inwards. Where they meet, neither wins. Both axes are
          logarithmic. The pictures are the weights into the first {unitsShown} units of the first seed.
        </>
      }
      paper={
        <>
          Soudry and colleagues proved it for one layer of weights and separable data: under gradient descent
          on the cross-entropy the norm grows like the logarithm of the number of steps. Lyu and Li treat
          deeper networks of ReLUs without biases, whose norm grows like a root of that logarithm. Here it is
          a small network with biases, or one layer (<em>No hidden layer</em> in the settings), and few steps.
          The penalty counts all weights and no bias.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="norm" />
        <LinePlot metric="trainingAccuracy" size="short" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Norm of the weights" aside="step, log scale →" height={180}>
          {(variant) => (
            <LogSteps
              variant={variant}
              of="Norm of the weights"
              curves={norm}
              scale="linear"
              domain={[0, 14]}
            />
          )}
        </Panel>
        <Panel title="Pulls on the norm" aside="— loss, ┄ penalty" height={180}>
          {(variant) => (
            <LogSteps
              variant={variant}
              of="Pulls on the norm"
              curves={pulls}
              scale="log"
              domain={[0.00005, 0.5]}
            />
          )}
        </Panel>
        <Panel
          title={`Weights into ${unitsShown} units`}
          aside={<RampLegend low={`−${limit}`} high={`+${limit}`} />}
          height={150}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.weights}
              of={`Weights into ${unitsShown} units of the first layer`}
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={mostImages} test={testImages} />
    </LiveFigure>
  )
}
