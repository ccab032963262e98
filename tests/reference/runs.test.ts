/**
 * The main figures of every chapter, trained: their own experiments beside PyTorch, from the same starting weights, with the
 * same batches, masks, draws and cuts.
 */
import { expect, test } from 'vitest'
import type { Checkpoint } from '../../src/lab/experiment.ts'
import { expectLike, fixture, named, part } from './fixture.ts'
import { figures, train, type Run } from './figures.ts'
import { bothWays } from './ways.ts'

const { runs } = fixture('runs') as { runs: Run[] }

const sums = (values: Float32Array): number[] => {
  const found = Array<number>(Math.min(61, values.length)).fill(0)
  values.forEach((value, i) => (found[i % 61]! += value))
  return found
}

const seedOf = (values: Float32Array, seed: number, seeds: number) =>
  values.subarray((seed * values.length) / seeds, ((seed + 1) * values.length) / seeds)

/** What a checkpoint holds: the parameters first; running statistics or masks of what is cut last. By name and seed. */
function contents({ moved, statistics, masks, seeds, perSeed }: Run, { tensors }: Checkpoint) {
  const bySeed = (names: readonly string[], from: number) => {
    const of = (i: number, s: number) =>
      perSeed ? tensors[from + s * names.length + i]! : seedOf(tensors[from + i]!, s, seeds.length)
    return Object.fromEntries(names.map((name, i) => [name, seeds.map((_, s) => of(i, s))]))
  }
  const behind = Object.keys({ ...statistics, ...masks })
  const count = behind.length * (perSeed ? seeds.length : 1)
  return { learned: bySeed(Object.keys(moved), 0), behind: bySeed(behind, tensors.length - count) }
}

/** 32-bit weights are rounded at every step: of what moved less than this, that is more than a thousandth. */
const leastMovement = 1e-3

function compareMetrics({ metrics }: Run, measured: Run['metrics']): void {
  for (const [metric, bySteps] of Object.entries(metrics))
    for (const [step, expected] of Object.entries(bySteps)) {
      const kind = step === '0' ? 'forward' : 'steps'
      expectLike(kind, `${metric} after ${step} steps`, measured[metric]![step]!, expected)
    }
}

function compareTensors(run: Run, start: Checkpoint, end: Checkpoint): void {
  const [before, after] = [contents(run, start), contents(run, end)]
  for (const [name, bySeed] of Object.entries(run.moved))
    bySeed.forEach((expected, s) => {
      const from = before.learned[name]![s]!
      const way = after.learned[name]![s]!.map((value, i) => value - from[i]!)
      const what = `${name} of seed ${run.seeds[s]}: how far it moved`
      expectLike('movement', what, sums(way), expected, leastMovement)
    })
  for (const [name, bySeed] of Object.entries({ ...run.statistics, ...run.masks }))
    bySeed.forEach((expected, s) => expectLike('steps', name, sums(after.behind[name]![s]!), expected))
}

/** Ordinary ops are slow: beside the kernels they train these alone, and all in `npm run reference`. */
const byOps: readonly string[] = [
  'activation-race: relu',
  'batch-norm-rescue: batch',
  'how-much-to-drop: r5',
  'growing-weights: l2',
  'pooled-or-not: max',
  'max-feature-map: mfm',
]
const every = process.env['REFERENCE'] === 'all'

test('the fixture trains every figure that is here', () => {
  expect([...new Set(runs.map(({ figure }) => figure))]).toEqual(Object.keys(figures))
  expect(runs.map(({ name }) => name)).toEqual(expect.arrayContaining([...byOps]))
})

bothWays(({ simd }) => {
  const chosen = runs.filter(({ name }) => simd || every || byOps.includes(name))
  for (const figure of new Set(chosen.map((run) => run.figure)))
    part(figure, () => {
      test.each(named(chosen.filter((run) => run.figure === figure)))('%s', async (_name, run) => {
        expect.hasAssertions()
        const { start, end, measured } = await train(run)
        compareMetrics(run, measured)
        compareTensors(run, start, end)
      })
    })
})
