/** What the comment at the top of a program says, and the learning rates of a run that was changed on its way. */
import type { Change } from '../lab/changes.ts'
import type { CodeRequest, Language } from '../lab/figureCode.ts'
import type { Setup } from '../lab/setup.ts'
import type { Experiment, Training } from './experiment.ts'
import { needsFile, type RateFrom } from './program.ts'

/** @param at the experiment under the settings in force after so many steps. */
export function ratesOf(
  experiment: Experiment,
  changes: readonly Change[],
  at: (step: number) => Experiment,
): RateFrom[] {
  if (experiment.kind !== 'training') return []
  const rates: RateFrom[] = []
  for (const from of [0, ...changes.map(({ step }) => step)]) {
    const { learningRate: rate } = at(from) as Training
    if (from < experiment.steps && rate !== rates.at(-1)?.rate) {
      if (rates.at(-1)?.from === from) rates.pop()
      rates.push({ from, rate })
    }
  }
  return rates
}

export function wordsOf(
  language: Language,
  experiment: Experiment,
  request: CodeRequest,
  setup: Setup,
  name: string,
  withField: (field: Readonly<Record<string, number>>) => Experiment,
): string[] {
  const { variant, seeds, images, changes, title, link } = request
  const [seed = 0, ...others] = seeds
  const { label = variant, note } = setup.variants[variant] ?? {}
  const which = experiment.kind === 'training' && experiment.name !== undefined ? `, ${experiment.name}` : ''
  const trains = experiment.kind === 'training'
  const said = [
    `${title}: ${label}${note === undefined ? '' : ` (${note})`}${which}. A figure of Watch It Learn, with these settings: ${link}`,
    others.length > 0
      ? `This is the network of seed ${seed}; the figure has those of seeds ${[seed, ...others].join(', ')}.`
      : `This is the network of seed ${seed}.`,
    fileWords(experiment, name, images !== null),
  ]
  const differs = trains ? differences(language, experiment, changes.length > 0) : []
  const left = leftOut(setup, request, experiment, withField)
  return [...said, [...differs, ...left].join(' ')].filter((words) => words !== '')
}

function fileWords(experiment: Experiment, name: string, own: boolean): string {
  const file = `${name}.json (“Save data and starting weights” in the figure)`
  if (experiment.kind === 'passing')
    return `With ${file} beside it the numbers are the figure's own; without, inputs and weights are drawn anew by the same rules.`
  if (!needsFile(experiment))
    return `With ${file} beside it the points, the starting weights and the order of the batches are the figure's own; without, they are drawn anew by the same rules.`
  const { data, dropout, prune } = experiment
  const what = { rows: 'the rows', planar: 'the points', digits: own ? 'your own images' : 'the images' }[
    data.kind
  ]
  const labels =
    data.kind === 'digits' && data.randomLabels
      ? ` (${Number((100 * data.randomLabels).toPrecision(3))}% of those to learn from have a label that was drawn from all ten)`
      : ''
  const draws = [
    ...(data.kind === 'rows' ? [] : ['the order of the batches']),
    ...(prune?.rewind?.weights === undefined
      ? []
      : ['the starting weights of the network that finds the masks']),
    ...(dropout ? ['which units each update keeps'] : []),
    ...(prune?.by === 'random' ? ['which weights are cut first'] : []),
    ...(data.kind === 'digits' && data.shifts ? ['how each image is moved'] : []),
  ]
  const fitted =
    experiment.fitted &&
    experiment.normalization?.name !== 'batch' &&
    experiment.normalization?.name !== 'layer'
  return `It needs ${file} beside it: ${what}${labels}, the starting weights${
    fitted ? ' (already fitted to the first batch)' : ''
  }${draws.map((draw, i) => `${i === draws.length - 1 ? ' and' : ','} ${draw}`).join('')}, as in the figure.`
}

/** Where the library computes otherwise than the figure. */
function differences(language: Language, { optimizer, shift, maps }: Training, changed: boolean): string[] {
  return [
    ...(shift ? ['The shift is drawn by the library, so its numbers are not the figure’s.'] : []),
    ...(maps?.some(({ name }) => name === 'stochasticPooling2d')
      ? [
          'What stochastic pooling draws in training is drawn by the library, so these numbers are not the figure’s.',
        ]
      : []),
    ...(language === 'keras' && optimizer === 'adam'
      ? [
          'Keras’s Adam adds its epsilon before the second moment is corrected, the figure after: where gradients are tiny, the first steps differ.',
        ]
      : []),
    ...(language === 'tensorflow' && optimizer === 'momentum' && changed
      ? [
          'tf.train.momentum multiplies the whole velocity by the present learning rate, the figure each gradient by the rate of its step: after a change of the rate they differ.',
        ]
      : []),
  ]
}

const butRate = (of: Experiment) => JSON.stringify({ ...of, learningRate: 0 })

/**
 * Changes of other live fields than learning rates, which are in the program. A field alone tells whether it is one.
 * @param withField the experiment under the settings of step 0, but for one field.
 */
function leftOut(
  setup: Setup,
  { config, changes }: Pick<CodeRequest, 'config' | 'changes'>,
  experiment: Experiment,
  withField: (field: Readonly<Record<string, number>>) => Experiment,
): string[] {
  return changes.flatMap(({ step, values }) =>
    Object.entries(values)
      .filter(([name, value]) => butRate(withField({ [name]: value })) !== butRate(experiment))
      .map(
        ([name, value]) =>
          `In the figure “${setup.config[name]?.label ?? name}” was changed to ${value} at step ${step}; here it stays ${String(config[name])}.`,
      ),
  )
}
