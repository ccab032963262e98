/** Figure: a thousand random ReLU networks of each width, made deeper layer by layer, and how many are constant. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  labelOf,
  Curves,
  formatPercent,
  isOver,
  LinePlot,
  LiveFigure,
  list,
  medianAt,
  Panel,
  TimePlots,
  VariantColumns,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { useRun } from '../useRun.ts'
import setup, { networks } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const question: Question = {
  ask: 'Before you run it: ten hidden layers of 2 units. How many such networks are dead before they ever train?',
  context: 'ReLU, He weights, biases of 0. Dead means: the same output for every input.',
  options: [
    { id: 'few', label: 'A few', note: 'up to 1 in 4' },
    { id: 'half', label: 'About half', note: 'up to 3 in 4' },
    { id: 'most', label: 'Most', note: 'more than 3 in 4' },
  ],
  answer(run) {
    const share = medianAt(run, 'width2', 'deadShare', 'reach')
    if (!isOver(run) || share === undefined) return null
    if (share <= 0.25) return 'few'
    return share > 0.75 ? 'most' : 'half'
  },
}

/** The share of dead networks of each width at the depth of the epoch line. */
function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const shares = variants.map((variant) => {
    const share = medianAt(run, variant, 'deadShare')
    return `${formatPercent(share ?? 0)} at ${labelOf(run, variant)}`
  })
  return `Dead with ${now.epoch} hidden ${now.epoch === 1 ? 'layer' : 'layers'}: ${list(shares)}.`
}

export default function BornDead(props: FigureProps) {
  const run = useRun('born-dead', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="born-dead"
      title="Five widths, deeper and deeper"
      subtitle={({ activation }) =>
        `Random ${activation === 'relu' ? 'ReLU' : 'Leaky ReLU'} networks of one number, ${networks} for each seed and width. Nothing is trained.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Run adds one hidden layer at a time to every network. The line is the share of networks that give
          the same output for every input, median of the seeds; the band runs from the least to the greatest
          seed. Below each width are the functions that 20 of its networks compute, all on one scale that
          follows the largest; dead ones are dashed and flat.
        </>
      }
      paper={
        <>
          Lu and colleagues proved how the probability of being born dead grows with depth and falls with
          width, and simulated it. Here inputs run from −3 to 3, weights are He&rsquo;s and biases 0, and a
          network counts as dead once a whole layer gives the same output for all inputs.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="deadShare" />
      </TimePlots>
      <VariantColumns>
        <Panel title="What 20 of the networks compute" aside="dead: dashed" height={130}>
          {(variant) => (
            <Curves variant={variant} pick={(view: View) => view} of="Functions of random networks" />
          )}
        </Panel>
      </VariantColumns>
    </LiveFigure>
  )
}
