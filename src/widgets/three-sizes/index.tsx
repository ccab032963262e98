/** Figure: one deep ReLU network from starting weights of three sizes. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  clockText,
  labelOf,
  ClassLegend,
  DecisionBoundary,
  firstEpoch,
  firstVariant,
  formatSetting,
  Heatmap,
  Histograms,
  isOver,
  LinePlot,
  LiveFigure,
  list,
  Panel,
  RampLegend,
  seedsThat,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { useRun } from '../useRun.ts'
import setup, { points, shownLayer, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const solved = { atMost: 0.1 }
const dead = { atLeast: 1 }

const question: Question = {
  ask: 'Before you run it: which network gets below a loss of 0.1 first?',
  context: `All three see the same ${points} points in the same order. Only the size of their starting weights differs.`,
  options: [
    { id: 'small', label: 'Small', note: 'a third of He' },
    { id: 'he', label: 'He', note: 'variance 2/n' },
    { id: 'large', label: 'Large', note: '2.7 times He' },
  ],
  answer: (run) => firstVariant(run, 'loss', solved),
}

/** Speaks when a network gets there, when the next one does, and of seeds in which a layer has died. */
function readout(run: Run): string | null {
  const { reach, now, variants, seeds, diverged } = run.getState()
  if (reach.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const when = (id: string) => firstEpoch(run, id, 'loss', solved)
  const sentences: string[] = []

  const first = firstVariant(run, 'loss', solved)
  const began = first === null ? null : when(first)
  if (first === null || began === null)
    sentences.push(
      `No network ${isOver(run) ? 'got' : 'is'} below a loss of 0.1${isOver(run) ? '' : ' yet'}.`,
    )
  else {
    sentences.push(`${label(first)} was first below a loss of 0.1, at epoch ${clockText(run, began)}.`)
    for (const id of variants) {
      const epoch = when(id)
      if (id === first || epoch === null) continue
      const late = clockText(run, epoch - began)
      sentences.push(`${label(id)} got there ${late === '0' ? 'in the same epoch' : `${late} epochs later`}.`)
    }
  }
  for (const id of variants) {
    const died = seedsThat(run, id, 'deadLayers', dead)
    const lost = (diverged[id] ?? []).filter((step) => step !== null && step <= now.step).length
    const facts = [
      ...(died > 0 ? [`${died} of ${seeds.length} seeds are dead`] : []),
      ...(lost > 0 ? [`the loss of ${lost} of ${seeds.length} seeds overflowed`] : []),
    ]
    if (facts.length > 0) sentences.push(`${label(id)}: ${list(facts)}.`)
  }
  return sentences.join(' ')
}

export default function ThreeSizes(props: FigureProps) {
  const run = useRun('three-sizes', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="three-sizes"
      code={() => import('./code.ts')}
      title="One network, three starting sizes"
      subtitle={({ depth, data, smaller, larger }) =>
        `${depth} hidden layers of ${width} ReLU units, learning ${setup.config.data.names?.[data] ?? data}. σ: He ÷ ${formatSetting(smaller)}, He, He × ${formatSetting(larger)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median over the seeds; bands run from the least to the greatest seed. The panels show
          the first seed: what the network believes about each place, the pre-activations of each hidden layer
          over the training points, and the weights of layer {shownLayer}. End bars of a histogram hold
          everything beyond. A seed is called dead when all units of some hidden layer are 0 for every
          training point. Drag on a plot to move the epoch line; every panel shows that moment.
        </>
      }
      paper={
        <>
          He and colleagues derived the variance 2/n for ReLU layers and trained convolutional networks of 22
          and 30 layers on ImageNet. Here a small dense network learns points in the plane, with momentum and
          one learning rate for all three sizes.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" threshold={{ at: 0.1, label: '0.1: solved' }} />
        <LinePlot metric="accuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Decision boundary" aside={<ClassLegend />}>
          {(variant) => <DecisionBoundary variant={variant} pick={(view: View) => view.boundary} />}
        </Panel>
        <Panel title="Pre-activations of each layer" aside="spread σ →" height={150}>
          {(variant) => (
            <Histograms
              variant={variant}
              pick={(view: View) => view.preActivations}
              of="pre-activations by layer"
            />
          )}
        </Panel>
        <Panel
          title={`Weights, layer ${shownLayer}`}
          aside={<RampLegend low="−1.2" high="+1.2" />}
          height={104}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.weights}
              of={`Weights of layer ${shownLayer}`}
            />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
