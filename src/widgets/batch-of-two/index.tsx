/** Figure: batches of two images, with four choices of what is normalized. */
import type { ViewOf } from '../../lab/experiment.ts'
import type { Run } from '../../lab/runState.ts'
import {
  labelOf,
  capital,
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
  TimePlots,
  useFigure,
  useRunValue,
  VariantColumns,
  WidePanel,
  type FigureProps,
  type Question,
} from '../../ui/index.ts'
import { ReadersDigits } from '../ReadersDigits.tsx'
import { useRun } from '../useRun.ts'
import setup, { batchesShown, testImages, trainingImages, width } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

const half = 0.5
const batch = 'batch'

const question: Question = {
  ask: 'Before you run it: after 800 steps, which networks get more than half of the test images right?',
  context:
    'Every batch holds two images. Batch norm takes the mean and variance of a unit over these two; layer norm and group norm take theirs over the units of one image.',
  options: [
    { id: 'all', label: 'All four' },
    { id: 'butBatch', label: 'All but batch norm' },
    { id: 'butNone', label: 'All but none', note: 'it is not normalized' },
    { id: 'neither', label: 'No network', note: 'two images are too few' },
  ],
  answer(run) {
    if (!isOver(run)) return null
    const passes = Object.keys(setup.variants).filter((id) => (medianAt(run, id, 'testAccuracy') ?? 0) > half)
    if (passes.length === 4) return 'all'
    if (passes.length === 0) return 'neither'
    if (passes.length < 3) return null
    if (!passes.includes(batch)) return 'butBatch'
    return passes.includes('none') ? null : 'butNone'
  },
}

/** Where all stand; at the end, what batch norm gets in its two modes. */
function readout(run: Run): string | null {
  const { reach, variants, initialConfig } = run.getState()
  if (reach.step === 0) return null
  const label = (id: string) => labelOf(run, id)
  const accuracy = (id: string, metric = 'testAccuracy') => formatPercent(medianAt(run, id, metric) ?? 0)
  const above = variants.filter((id) => (medianAt(run, id, 'testAccuracy') ?? 0) > half)
  const scores = list(variants.map((id) => `${label(id)} ${accuracy(id)}`))
  if (!isOver(run))
    return above.length === 0
      ? 'No network is above half of the test images yet.'
      : `Above half of the test images: ${list(above.map(label))}.`
  const { batchSize } = initialConfig as { batchSize: string }
  const sentences = [`Test accuracy with ${batchSize} images a batch: ${scores}.`]
  if (variants.includes(batch))
    sentences.push(
      `${capital(label(batch))} gets ${accuracy(batch)} with its running statistics and ${accuracy(batch, 'trainingMode')} with those of batches of ${batchSize}.`,
    )
  return sentences.join(' ')
}

/** Of batch norm alone: no other variant has statistics to remember. */
function Statistics() {
  const { run } = useFigure()
  const there = useRunValue(run, (state) => state.variants.includes(batch))
  if (!there) return null
  return (
    <WidePanel
      title={`Standard deviations of batch norm: ${batchesShown} batches, running ones below`}
      aside="batches ↓ units →"
      height={170}
    >
      <Heatmap
        variant={batch}
        pick={(view: View) => view.spreads}
        of={`Standard deviations of the units of the last hidden layer in ${batchesShown} batches, and the running ones`}
      />
    </WidePanel>
  )
}

export default function BatchOfTwo(props: FigureProps) {
  const run = useRun('batch-of-two', setup)
  return (
    <LiveFigure
      {...props}
      run={run}
      widget="batch-of-two"
      code={() => import('./code.ts')}
      title="A batch of two"
      subtitle={({ batchSize, learningRate }) =>
        `${batchSize} images a batch, three hidden layers of ${width} ReLU units, ${trainingImages} images of 12 × 12, SGD, learning rate ${formatSetting(learningRate)}.`
      }
      question={question}
      readout={readout}
      caption={
        <>
          Lines are the median of the seeds, bands run from the least to the greatest. The loss and the upper
          accuracy are those of inference: batch norm then uses its running mean and variance. For the lower
          accuracy the {testImages} test images are cut into batches as in training, and batch norm uses the
          mean and variance of each. The others do the same in both modes. The panels show the first seed, on
          the test images; end bars hold everything beyond. At the bottom a row is a batch, the lowest the
          running deviations, and a column one of {width} units of the last hidden layer; the nearer a colour
          is to the background, the smaller the number. The running variance counts each batch&rsquo;s own
          m/(m &minus; 1) times, for m images in a batch.
        </>
      }
      paper={
        <>
          Wu and He trained ResNet-50 on ImageNet with 32 to 2 images a batch on each processor, with batch
          normalization and with group normalization, and compared the errors. Here a small dense network
          learns digits of 12 × 12 pixels; a group is a quarter of the units of a layer, for one image.
        </>
      }
    >
      <TimePlots>
        <LinePlot metric="loss" />
        <LinePlot metric="testAccuracy" size="short" />
        <LinePlot metric="trainingMode" size="short" />
      </TimePlots>
      <VariantColumns>
        <Panel title="Entering the ReLU of each hidden layer, training mode" aside="spread σ →" height={150}>
          {(variant) => (
            <Histograms
              variant={variant}
              pick={(view: View) => view.training}
              of="what enters each hidden layer in training mode"
            />
          )}
        </Panel>
        <Panel title="The same, inference mode" aside="spread σ →" height={150}>
          {(variant) => (
            <Histograms
              variant={variant}
              pick={(view: View) => view.inference}
              of="what enters each hidden layer in inference mode"
            />
          )}
        </Panel>
        <Statistics />
      </VariantColumns>
      <ReadersDigits train={trainingImages} test={testImages} />
    </LiveFigure>
  )
}
