/**
 * The main figures of every chapter, trained: their own experiments, as the worker runs them, beside PyTorch from the same
 * starting weights, with the same batches, masks, draws and cuts.
 */
import { expect, test } from 'vitest'
import { defaults } from '../../src/lab/config.ts'
import type { Checkpoint, Experiment, Frame } from '../../src/lab/experiment.ts'
import activationRace from '../../src/widgets/activation-race/train.ts'
import batchNormRescue from '../../src/widgets/batch-norm-rescue/train.ts'
import growingWeights from '../../src/widgets/growing-weights/train.ts'
import howMuchToDrop from '../../src/widgets/how-much-to-drop/train.ts'
import inRounds from '../../src/widgets/in-rounds/train.ts'
import maxFeatureMap from '../../src/widgets/max-feature-map/train.ts'
import memoriseNoise from '../../src/widgets/memorise-noise/train.ts'
import pooledOrNot from '../../src/widgets/pooled-or-not/train.ts'
import thirtyLayers from '../../src/widgets/thirty-layers/train.ts'
import { expectLike, fixture, named, part } from './fixture.ts'
import { images } from './images.ts'
import { bothWays } from './ways.ts'

/** By name, of each seed the 61 sums of a tensor's numbers (torch/runs.py says which). */
type Sums = Record<string, number[][]>

interface Run {
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

const figures = {
  'activation-race': anyOf(activationRace),
  'thirty-layers': anyOf(thirtyLayers),
  'batch-norm-rescue': anyOf(batchNormRescue),
  'how-much-to-drop': anyOf(howMuchToDrop),
  'growing-weights': anyOf(growingWeights),
  'memorise-noise': anyOf(memoriseNoise),
  'pooled-or-not': anyOf(pooledOrNot),
  'max-feature-map': anyOf(maxFeatureMap),
  'in-rounds': anyOf(inRounds),
}

const { runs } = fixture('runs') as { runs: Run[] }

const sums = (values: Float32Array): number[] => {
  const found = Array<number>(Math.min(61, values.length)).fill(0)
  values.forEach((value, i) => (found[i % 61]! += value))
  return found
}

const seedOf = (values: Float32Array, seed: number, seeds: number) =>
  values.subarray((seed * values.length) / seeds, ((seed + 1) * values.length) / seeds)

/** What a checkpoint holds: the parameters first; running statistics or masks of what is cut last. */
function contents({ moved, statistics, masks, seeds, perSeed }: Run, { tensors }: Checkpoint) {
  const names = Object.keys(moved)
  const learned = Object.fromEntries(
    names.map((name, i) => [
      name,
      seeds.map((_, s) => (perSeed ? tensors[s * names.length + i]! : seedOf(tensors[i]!, s, seeds.length))),
    ]),
  )
  const behind = { ...statistics, ...masks }
  const last = tensors.slice(tensors.length - Object.keys(behind).length)
  return { learned, behind, last }
}

async function train({ figure, variant, config, seeds, steps, metrics }: Run) {
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
  expect(end.step).toBe(steps)
  return { start, end, measured }
}

/** 32-bit weights are rounded at every step: of what moved less than this, that is more than a thousandth. */
const leastMovement = 1e-3

/** Ordinary ops are slow: beside the kernels they train these alone, and all in `npm run reference`. */
const byOps: readonly string[] = [
  'activation-race: relu',
  'batch-norm-rescue: batch',
  'growing-weights: l2',
  'pooled-or-not: max',
  'max-feature-map: mfm',
]
const every = process.env['REFERENCE'] === 'all'

part('20 steps of the figures’ networks', () => {
  bothWays(({ simd }) => {
    test.each(named(runs.filter(({ name }) => simd || every || byOps.includes(name))))(
      '%s',
      async (_name, run) => {
        expect.hasAssertions()
        const { start, end, measured } = await train(run)
        for (const [metric, bySteps] of Object.entries(run.metrics))
          for (const [step, expected] of Object.entries(bySteps))
            expectLike(
              step === '0' ? 'forward' : 'steps',
              `${metric} after ${step} steps`,
              measured[metric]![step]!,
              expected,
            )
        const [before, after] = [contents(run, start), contents(run, end)]
        for (const [name, bySeed] of Object.entries(run.moved))
          bySeed.forEach((expected, s) => {
            const from = before.learned[name]![s]!
            const way = after.learned[name]![s]!.map((value, i) => value - from[i]!)
            expectLike(
              'steps',
              `${name} of seed ${run.seeds[s]}: how far it moved`,
              sums(way),
              expected,
              leastMovement,
            )
          })
        Object.entries(after.behind).forEach(([name, bySeed], i) =>
          bySeed.forEach((expected, s) =>
            expectLike('steps', name, sums(seedOf(after.last[i]!, s, run.seeds.length)), expected),
          ),
        )
      },
    )
  })
})
