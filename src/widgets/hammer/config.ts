import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const features = 40
/** Training rows. */
export const rowCount = 60
/** Sizes of the weights that the target is made with; all others are 0. */
export const sizes = [1, 1.25, 1.5, 1.75, 2] as const
/** Standard deviation of the noise on the target. */
export const noise = 1
/** Rows of a step, where it takes not all of them. */
export const batchSize = 10
/** A weight below this counts as nearly zero. */
export const nearly = 0.01
/** An informative weight of the right sign and at least this size counts as kept. */
export const keptFrom = 0.1
/** Ends of the histograms. */
export const limit = 2.5

export default defineSetup({
  config: {
    l2: range({ label: 'λ of L2', min: 0.001, max: 1, default: 0.02, scale: 'log', live: true }),
    l1: range({ label: 'λ of L1', min: 0.001, max: 1, default: 0.1, scale: 'log', live: true }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 0.2,
      default: 0.05,
      scale: 'log',
      live: true,
    }),
    batch: choice({
      label: 'Rows of a step',
      options: ['all', 'ten', 'none'],
      default: 'all',
      names: { all: `all ${rowCount}`, ten: `${batchSize}`, none: 'none: only the penalty pulls' },
    }),
    steps: range({ label: 'Length', min: 100, max: 3000, step: 100, default: 600, unit: 'steps' }),
  },
  variants: {
    none: { label: 'no penalty', note: 'the loss alone' },
    l2: { label: 'L2', note: '+ λ Σ w²' },
    l1Subgradient: { label: 'L1 sub', note: 'by subgradient' },
    l1SoftThreshold: { label: 'L1 soft', note: 'by soft threshold' },
  },
  metrics: {
    testError: {
      label: 'squared error on new rows, without their noise',
      scale: 'log',
      domain: [0.1, 100],
    },
    exactZeros: { label: 'weights that are 0', scale: 'linear', domain: [0, 1], format: 'percent' },
    nearZeros: {
      label: `weights within ${nearly} of 0`,
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
    kept: { label: 'informative weights kept', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss, without the penalty', scale: 'log', domain: [0.1, 100] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: `Steps of ${batchSize} rows`, values: { batch: 'ten' } },
    { label: 'Only the penalty pulls', values: { batch: 'none', l2: 0.1 } },
    { label: 'A heavier hammer', values: { l2: 0.2, l1: 0.3 } },
  ],
  clock: ({ steps }) => ({ name: 'step', label: 'step (one update of all weights)', start: 0, end: steps }),
  steps: ({ steps }) => steps,
  measureEvery: ({ steps }) => Math.max(2, Math.round(steps / 200)),
  seeds: 5,
  pace: 60,
})
