/** Figure: networks that are cut round by round and trained again from their start, and two controls. */
import type { Run } from '../../lab/runState.ts'
import {
  capital,
  formatPercent,
  formatSetting,
  Heatmap,
  Histograms,
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
import setup, { hidden, limit, shareLeft, testImages, trainingImages } from './config.ts'
import type { View } from './train.ts'

/** Two networks whose errors are nearer than this are called equal. */
const margin = 0.02

const question: Question = {
  ask: 'Before you run it: in the last round, whose test error is lowest?',
  context:
    'Every round trains the same few connections, for as long as the first one trained all of them. Two of the networks have the same connections, and only their starting weights differ.',
  options: [
    { id: 'rewound', label: 'That of the rewound one', note: 'by more than two points' },
    { id: 'anew', label: 'That of the one drawn anew', note: 'by more than two points' },
    { id: 'shuffled', label: 'That of the random mask', note: 'by more than two points' },
    { id: 'equal', label: 'The two best are within two points' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const ranked = errors(run)
    const [first, second] = ranked
    if (!first || !second || ranked.length < 3) return null
    return second.error - first.error > margin ? first.variant : 'equal'
  },
}

/** Median test errors at the end, the least first. */
function errors(run: Run): { variant: string; error: number }[] {
  return run
    .getState()
    .variants.flatMap((variant) => {
      const error = medianAt(run, variant, 'testError')
      return error === undefined || Number.isNaN(error) ? [] : [{ variant, error }]
    })
    .sort((a, b) => a.error - b.error)
}

/** The first round from which on a variant stays more than the margin above its own round 0; null if it does not. */
function leaves(run: Run, variant: string): number | null {
  const median = run.history.median(variant, 'testError')
  const epochs = run.history.epochs(variant)
  const whole = median[1]
  const last = run.history.indexAt(variant, run.getState().now.step)
  if (whole === undefined) return null
  let left: number | null = null
  for (let i = 2; i <= last; i++)
    left = (median[i] ?? 0) - whole <= margin ? null : (left ?? epochs[i] ?? null)
  return left
}

/** What is left at the epoch line, and since when each network makes more mistakes than with all its weights. */
function readout(run: Run): string | null {
  const { now, variants, config } = run.getState()
  const round = Math.floor(now.epoch)
  if (now.step === 0 || round < 0) return null
  const left = formatPercent(shareLeft(round, Number(config['cut'])))
  const ends = variants.map(
    (id) => `${labelOf(run, id)} ${formatPercent(medianAt(run, id, 'testError') ?? 0)}`,
  )
  const sentences = [
    `In round ${round} networks have ${left} of their weights. Test errors: ${ends.join(', ')}.`,
  ]
  if (!isOver(run)) return sentences[0] ?? null
  for (const id of variants) {
    const from = leaves(run, id)
    sentences.push(
      from === null
        ? `${capital(labelOf(run, id))} ended within two points of its round 0.`
        : `${capital(labelOf(run, id))} was more than two points above its round 0 from round ${Math.round(from)} on.`,
    )
  }
  return sentences.join(' ')
}

export default function WinningTicket(props: FigureProps) {
  const run = useRun('winning-ticket', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="winning-ticket"
      code={() => import('./code.ts')}
      title="Cut, go back to the start, train again"
      subtitle={({ how, cut, updates }) =>
        `Two hidden layers of ${hidden[0]} ReLUs, ${trainingImages} digits. ${formatPercent(cut)} of each layer's weights go in each round, ${how === 'inRounds' ? 'the smallest after training' : 'all by their sizes after round 0'}; ${formatSetting(updates)} updates a round.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Round 0 trains whole networks; in round r a network has the share (1 − cut)<sup>r</sup> of its
          weights. A point is the share of {testImages} test images that it gets wrong at the end of a round,
          on a logarithmic axis: the median of the seeds, with a band from the least to the greatest. The
          pictures count, for each pixel of the input, how many of its weights are left; 1 is the average. The
          histograms show where the weights of the first layer that are left started in this round, in
          standard deviations of all starting weights. Adam starts anew in each round, too.
        </>
      }
      paper={
        <>
          Frankle and Carbin cut a network of 300 and 100 units on MNIST by 20% a round, half of that in the
          output layer, and trained it for 50,000 updates a round. Here networks and rounds are small, all
          layers lose the same share, and the new weights are drawn once.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="testError" />
        <LinePlot metric="loss" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel
          title="Weights left, by pixel"
          aside={<RampLegend sequential low="0" high={`${limit}× the average`} />}
        >
          {(variant) => (
            <Heatmap
              variant={variant}
              pick={(view: View) => view.pixels}
              of="Weights left at each pixel, over the average"
            />
          )}
        </Panel>
        <Panel title="Where these weights started" aside="standard deviations" height={180}>
          {(variant) => (
            <Histograms
              variant={variant}
              pick={(view: View) => view.starts}
              of="Starting values of the weights that are left"
            />
          )}
        </Panel>
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
