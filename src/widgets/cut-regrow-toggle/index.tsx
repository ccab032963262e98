/** Figure: weights that are cut for good, cut and regrown, or off for one update with their units. */
import type { Run } from '../../lab/runState.ts'
import {
  capital,
  firstEpoch,
  formatPercent,
  formatSetting,
  Heatmap,
  isOver,
  labelOf,
  LinePlot,
  LiveFigure,
  list,
  medianAt,
  Panel,
  RampLegend,
  shareText,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, {
  cutsAt,
  exchangeEvery,
  hidden,
  lastExchange,
  limit,
  testImages,
  trainingImages,
} from './config.ts'
import type { View } from './train.ts'

const question: Question = {
  ask: 'Before you run it: in which networks does a weight that was off come back?',
  context:
    'All three learn the same digits from the same start. Each has weights that are off for a while, or for ever.',
  options: [
    { id: 'none', label: 'In none of them', note: 'off is off' },
    { id: 'dropout', label: 'With dropout alone' },
    { id: 'regrown dropout', label: 'With dropout, and cut and regrown' },
    { id: 'static regrown dropout', label: 'In all three' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const back = Object.keys(setup.variants).filter(
      (id) => firstEpoch(run, id, 'returned', { atLeast: 0.001 }) !== null,
    )
    return question.options.find(({ id }) => id === (back.join(' ') || 'none'))?.id ?? null
  },
}

/** Who has got weights back, since when, and how many are off now. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const sentences: string[] = []
  for (const id of variants) {
    const since = firstEpoch(run, id, 'returned', { atLeast: 0.001 })
    if (since !== null)
      sentences.push(`${capital(labelOf(run, id))}: the first weight was back by update ${since}.`)
  }
  const without = variants.filter((id) => firstEpoch(run, id, 'returned', { atLeast: 0.001 }) === null)
  if (without.length > 0)
    sentences.push(`No weight has come back: ${list(without.map((id) => labelOf(run, id)))}.`)
  if (!isOver(run)) return sentences.join(' ')
  const off = variants.map((id) => `${labelOf(run, id)} ${formatPercent(medianAt(run, id, 'off') ?? 0)}`)
  const right = variants.map((id) => `${labelOf(run, id)} ${shareText(run, id, 'testAccuracy')}`)
  sentences.push(`Off in the next update: ${off.join(', ')}. Test accuracy: ${right.join(', ')}.`)
  return sentences.join(' ')
}

export default function CutRegrowToggle(props: FigureProps) {
  const run = useRun('cut-regrow-toggle', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="cut-regrow-toggle"
      title="Off for good, off for a while, off for one image"
      subtitle={({ sparsity, grow, rate }) =>
        `Two hidden layers of ${hidden[0]} ReLUs, ${trainingImages} digits. Cuts after ${cutsAt[0]} and ${cutsAt[1]} updates, ${formatPercent(sparsity)} of each layer in the end; what grows back does so ${setup.config.grow.names?.[grow] ?? grow}. Dropout at a rate of ${formatSetting(rate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          The pictures are the weights between the two hidden layers of the first seed, a row for each unit
          that they come from and a column for each that they lead to. A cell is empty where the weight is off
          in the next update, with dropout for the first image of its batch. Drag the update line to go
          through them. Test accuracy is measured on {testImages} images with the weights that a network has
          when it is used; with dropout these are all. The lowest plot says how many of the weights that are
          there have been off before. Every {exchangeEvery} updates, up to update {lastExchange}, the smallest
          weights of &ldquo;cut and regrown&rdquo; go, and as many others begin again at 0.
        </>
      }
      paper={
        <>
          Evci and colleagues (RigL) begin with a random sparse network and exchange weights until three
          quarters of the training are over; Mocanu and colleagues (SET) grow them back by chance; Guo and
          colleagues let each weight return whose own size has grown. Here a whole network is cut twice, and
          then exchanges weights as in RigL.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testAccuracy" />
        <LinePlot metric="off" size="short" />
        <LinePlot metric="returned" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title="Weights between the hidden layers"
          aside={<RampLegend low={formatSetting(-limit)} high={formatSetting(limit)} />}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.weights}
              of="Weights between the hidden layers"
              described={({ values }) => `${values.filter(Number.isNaN).length} of ${values.length} are off`}
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
