/** Figure: two spirals and three networks that differ only in what stands between their layers. */
import type { Run } from '../../lab/runState.ts'
import type { ViewOf } from '../../lab/experiment.ts'
import {
  clockText,
  labelOf,
  ClassLegend,
  DecisionBoundary,
  firstEpoch,
  firstVariant,
  formatPercent,
  Heatmap,
  Histograms,
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
import { useRun } from '../useRun.ts'
import setup from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const nearly = { atLeast: 0.95 }

const question: Question = {
  ask: 'Before you run it: which networks will get 95% of the test points right?',
  context: 'All three see the same points, in the same order. Only what stands between the layers differs.',
  options: [
    { id: 'all', label: 'All three', note: 'depth is enough' },
    { id: 'bent', label: 'tanh and ReLU', note: 'linear is not' },
    { id: 'onlyRelu', label: 'Only ReLU', note: 'tanh is not' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const solved = (variant: string) => firstEpoch(run, variant, 'accuracy', nearly) !== null
    if (solved('linear')) return solved('tanh') && solved('relu') ? 'all' : null
    if (!solved('relu')) return null
    return solved('tanh') ? 'bent' : 'onlyRelu'
  },
}

/** Speaks when a network gets there, and at the end of what did not. */
function readout(run: Run): string | null {
  const { reach, variants } = run.getState()
  if (reach.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const first = firstVariant(run, 'accuracy', nearly)
  const sentences: string[] = []
  if (first) {
    const epoch = clockText(run, firstEpoch(run, first, 'accuracy', nearly) ?? 0)
    sentences.push(`${label(first)} was first to get 95% of the test points right, at epoch ${epoch}.`)
    const next = variants.find((id) => id !== first && firstEpoch(run, id, 'accuracy', nearly) !== null)
    if (next) sentences.push(`${label(next)} got there, too.`)
  } else if (!isOver(run)) return 'No network gets 95% of the test points right yet.'
  else sentences.push('No network got 95% of the test points right.')
  if (isOver(run)) {
    const short = variants.filter((id) => firstEpoch(run, id, 'accuracy', nearly) === null)
    const ends = short.map(
      (id) => `${label(id)} ${formatPercent(medianAt(run, id, 'accuracy', 'reach') ?? 0)}`,
    )
    if (ends.length > 0) sentences.push(`Below it at the end: ${list(ends)}.`)
  }
  return sentences.join(' ')
}

export default function OneBend(props: FigureProps) {
  const run = useRun('one-bend', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="one-bend"
      code={() => import('./code.ts')}
      title="The same layers, and three things between them"
      subtitle={({ depth, units, data }) =>
        `${depth} hidden ${depth === 1 ? 'layer' : 'layers'} of ${units} units, learning ${setup.config.data.names?.[data] ?? data}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median over the seeds; bands run from the least to the greatest seed. The panels show
          the first seed: what the network believes about each place, what leaves each hidden layer, and the
          weights of the second layer. End bars of a histogram hold everything beyond. Drag on a plot to move
          the epoch line; every panel shows that moment.
        </>
      }
      paper={
        <>
          This is a teaching experiment, not a reproduction. That a stack of linear layers is one linear map
          holds by algebra; here Adam trains all three from the same starting weights, 400 training and 400
          test points.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" />
        <LinePlot metric="accuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Decision boundary" aside={<ClassLegend />}>
          {(variant) => <DecisionBoundary variant={variant} pick={(view: View) => view.boundary} />}
        </Panel>
        <Panel title="Leaving each hidden layer" aside="spread σ →" height={112}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
        <Panel title="Weights, layer 2" aside={<RampLegend low="−2" high="+2" />} height={104}>
          {(variant) => (
            <Heatmap variant={variant} pick={(view: View) => view.weights} of="Weights of layer 2" />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
