/** Figure: one hidden layer that starts with all weights 0, all the same, nearly the same, or random. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  shareText,
  clockText,
  labelOf,
  firstEpoch,
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
import setup, { testImages, trainingImages } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const question: Question = {
  ask: 'Before you run it: the Constant network starts with all weights at 0.05. How many different hidden units does it have after training?',
  context:
    'It has 32 hidden units, and digits come in ten kinds. Every network sees the same images in the same order.',
  options: [
    { id: 'one', label: 'One', note: '32 copies' },
    { id: 'ten', label: 'About ten', note: 'one for each digit' },
    { id: 'all', label: 'All 32', note: 'training tells them apart' },
  ],
  answer(run) {
    const units = medianAt(run, 'constant', 'differentUnits', 'reach')
    if (!isOver(run) || units === undefined || Number.isNaN(units)) return null
    if (units <= 1) return 'one'
    return units < 24 ? 'ten' : 'all'
  },
}

const digits = Array.from({ length: 10 }, (_, digit) => digit)

/** When half of the noisy units had become different; then where everybody stands, and at the end how well it does. */
function readout(run: Run): string | null {
  const { now, config, variants } = run.getState()
  if (now.step === 0) return null
  const { units } = config as { units: number }
  const label = (id: string) => labelOf(run, id)
  const count = (id: string) => {
    const different = medianAt(run, id, 'differentUnits') ?? 0
    return Number.isNaN(different) ? 'diverged' : Math.round(different)
  }
  const sentences = [
    `Different units, of ${units}: ${list(variants.map((id) => `${label(id)} ${count(id)}`))}.`,
  ]
  const parted = firstEpoch(run, 'noisy', 'differentUnits', { atLeast: units / 2 })
  if (units > 1 && parted !== null)
    sentences.push(`Half of the Noisy ones were different by epoch ${clockText(run, parted)}.`)
  const still = variants.filter((id) => medianAt(run, id, 'moved') === 0)
  if (still.length > 0) sentences.push(`No hidden weight of ${list(still.map(label))} has moved.`)
  if (isOver(run)) {
    const scores = variants.map((id) => `${label(id)} ${shareText(run, id, 'testAccuracy')}`)
    sentences.push(`Test accuracy: ${list(scores)}.`)
  }
  return sentences.join(' ')
}

export default function Clones(props: FigureProps) {
  const run = useRun('clones', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="clones"
      code={() => import('./code.ts')}
      title="Thirty-two units, four ways to start"
      subtitle={({ units, constant, noise, optimizer, learningRate }) =>
        `One hidden layer of ${units} ${units === 1 ? 'unit' : 'units'} on digits. Constant is ${formatSetting(constant)}, noise has σ = ${formatSetting(noise)}, ${setup.config.optimizer.names?.[optimizer] ?? optimizer} at learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Two units count as different when their weights are further apart than a tenth of their length. The
          count is above, then the loss on 500 training images and the accuracy on {testImages} test images:
          the median of the seeds, with a band from the least to the greatest. Below each name is the first
          seed: the weights into every hidden unit, drawn in the shape of the image, and the answers to the
          test images. There each row is a digit, each column an answer, and right answers lie on the
          diagonal.
        </>
      }
      paper={
        <>
          Rumelhart, Hinton and Williams described in 1986, beside back-propagation, what becomes of weights
          that start out equal. Here it is run on digits, with the differences counted.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="differentUnits" />
        <LinePlot metric="loss" size="short" />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title="Weights into each hidden unit"
          aside={<RampLegend low="−0.3" high="+0.3" />}
          height={268}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.weights}
              of="Weights into each hidden unit"
            />
          )}
        </Panel>
        <Panel
          title="Answers to the test images"
          aside={<RampLegend low="none" high="all" sequential />}
          height={164}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.answers}
              of="Answers to the test images"
              names={{ rows: 'digit ↓', columns: 'answer →', rowNames: digits, columnNames: digits }}
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
