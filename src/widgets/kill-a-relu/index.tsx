/** Figure: units that die when steps are too large, and what a leak does about it. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  labelOf,
  formatPercent,
  formatSetting,
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
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { testImages, trainingImages } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const question: Question = {
  ask: 'Before you run it: at a learning rate of 2, what share of the ReLUs is dead at the end?',
  context: 'Dead means 0 for every one of the 2000 training images. At the start no unit is.',
  options: [
    { id: 'none', label: 'Nearly none', note: 'under 2%' },
    { id: 'some', label: 'Some', note: '2% to 25%' },
    { id: 'many', label: 'Many', note: 'more than 25%' },
  ],
  answer(run) {
    const share = medianAt(run, 'reluHigh', 'deadShare', 'reach')
    if (!isOver(run) || share === undefined || Number.isNaN(share)) return null
    if (share < 0.02) return 'none'
    return share <= 0.25 ? 'some' : 'many'
  },
}

const diverged = (run: Run, variant: string): number =>
  (run.getState().diverged[variant] ?? []).filter((step) => step !== null).length

/** Speaks of dead units where there are some, and of seeds whose loss stopped being a number. */
function readout(run: Run): string | null {
  const { reach, variants, seeds } = run.getState()
  if (reach.step === 0) return null
  const sentences = variants.flatMap((variant) => {
    const label = labelOf(run, variant)
    const lost = diverged(run, variant)
    const share = medianAt(run, variant, 'deadShare', 'reach')
    const facts = [
      ...(lost > 0 ? [`the loss of ${lost} of ${seeds.length} seeds overflowed`] : []),
      ...(lost < seeds.length && share !== undefined && share > 0.01
        ? [`${formatPercent(share)} of the units are dead`]
        : []),
    ]
    return facts.length > 0 ? [`${label}: ${list(facts)}.`] : []
  })
  if (sentences.length > 0) return sentences.join(' ')
  return isOver(run) ? 'No unit died.' : 'No unit is dead yet.'
}

export default function KillARelu(props: FigureProps) {
  const run = useRun('kill-a-relu', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="kill-a-relu"
      code={() => import('./code.ts')}
      title="One network, two learning rates, one leak"
      subtitle={({ units, lowRate, highRate }) =>
        `Two hidden layers of ${units} units on digits, gradient descent at rates of ${formatSetting(lowRate)} and ${formatSetting(highRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Above is the share of hidden units that are 0 for all training images, then the loss and the
          accuracy on test images. Lines are the median of the seeds, bands run from the least to the
          greatest. In the grids each cell is one unit of the first seed, coloured by how often it is above 0,
          from never to always.
        </>
      }
      paper={
        <>
          Maas and colleagues proposed Leaky ReLU for acoustic models in speech recognition. The learning
          rates here are chosen to be too large, to show what breaks first.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="deadShare" />
        <LinePlot metric="loss" size="short" />
        <LinePlot metric="testAccuracy" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title="Units of layer 1: how often each is on"
          aside={<RampLegend low="never" high="always" sequential />}
          height={72}
        >
          {(variant) => (
            <Heatmap variant={variant} pick={(view: View) => view.activity[0]} of="Activity of layer 1" />
          )}
        </Panel>
        <Panel title="Units of layer 2" height={72}>
          {(variant) => (
            <Heatmap variant={variant} pick={(view: View) => view.activity[1]} of="Activity of layer 2" />
          )}
        </Panel>
        <Panel title="Activations leaving each layer" aside="spread σ →" height={112}>
          {(variant) => (
            <Histograms variant={variant} pick={(view: View) => view.activations} of="activations by layer" />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
