/** The figures that are trained beside PyTorch, each by its own experiment, as the worker runs it. */
import { defaults } from '../../src/lab/config.ts'
import type { Experiment, Frame } from '../../src/lab/experiment.ts'
import activationRace from '../../src/widgets/activation-race/train.ts'
import batchNormRescue from '../../src/widgets/batch-norm-rescue/train.ts'
import growingWeights from '../../src/widgets/growing-weights/train.ts'
import howMuchToDrop from '../../src/widgets/how-much-to-drop/train.ts'
import inRounds from '../../src/widgets/in-rounds/train.ts'
import maxFeatureMap from '../../src/widgets/max-feature-map/train.ts'
import memoriseNoise from '../../src/widgets/memorise-noise/train.ts'
import pooledOrNot from '../../src/widgets/pooled-or-not/train.ts'
import thirtyLayers from '../../src/widgets/thirty-layers/train.ts'
import wholeFilters from '../../src/widgets/whole-filters/train.ts'
import wholeUnits from '../../src/widgets/whole-units/train.ts'
import { images } from './images.ts'

/** By name, of each seed the 61 sums of a tensor's numbers (torch/runs.py says which). */
type Sums = Record<string, number[][]>

export interface Run {
  name: string
  figure: keyof typeof figures
  variant: string
  /** What differs from the published settings. */
  config: Record<string, string | number>
  seeds: number[]
  steps: number
  /** By metric, and by step, one number for each seed. */
  metrics: Record<string, Record<string, number[]>>
  /** Whether parameters are kept seed by seed, and not those of all seeds together. */
  perSeed: boolean
  /** How far each parameter has gone from where it started. */
  moved: Sums
  statistics: Sums
  masks: Sums
}

/** The variants and settings of a fixture are data: which belong to which figure is known when they run. */
const anyOf = (experiment: unknown) => experiment as Experiment

export const figures = {
  'activation-race': anyOf(activationRace),
  'thirty-layers': anyOf(thirtyLayers),
  'batch-norm-rescue': anyOf(batchNormRescue),
  'how-much-to-drop': anyOf(howMuchToDrop),
  'growing-weights': anyOf(growingWeights),
  'memorise-noise': anyOf(memoriseNoise),
  'pooled-or-not': anyOf(pooledOrNot),
  'max-feature-map': anyOf(maxFeatureMap),
  'in-rounds': anyOf(inRounds),
  'whole-units': anyOf(wholeUnits),
  'whole-filters': anyOf(wholeFilters),
}

/** The whole run: what is measured at the steps of the fixture, and the checkpoints at its start and at its end. */
export async function train({ figure, variant, config, seeds, steps, metrics }: Run) {
  const experiment = figures[figure]
  const { setup } = experiment
  const settings = { ...defaults(setup.config), ...config }
  const frames = experiment.train({ config: settings, variant, seeds, images })
  const wanted = Object.keys(Object.values(metrics)[0]!).map(Number)
  const measured: Record<string, Record<string, number[]>> = {}
  let frame: Frame = (await frames.next()).value!
  const start = await frame.save!()
  for (const step of wanted) {
    while (frame.step < step) frame = (await frames.next(step - frame.step)).value!
    for (const [name, values] of Object.entries(await frame.measure()))
      (measured[name] ??= {})[step] = Array.from(values)
  }
  const end = await frame.save!()
  await frames.return()
  if (end.step !== steps) throw new Error(`${figure}: expected ${steps} steps, found ${end.step}`)
  return { start, end, measured }
}
