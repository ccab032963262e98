import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'
import { rates } from './rates.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const width = 32
export const batchSize = 64
/** Losses above it, and those that are no numbers any more, are written as this one: the top of the axis. */
export const ceiling = 10

/** The smallest rate has a plot of its own, in which no loss comes below 0.1. */
const loss = (rate: number) =>
  ({
    label: `training loss at learning rate ${rate}`,
    scale: 'log',
    domain: [rate === rates[0] ? 0.1 : 0.01, ceiling],
  }) as const
const accuracy = (rate: number) =>
  ({
    label: `test accuracy at learning rate ${rate}`,
    scale: 'linear',
    domain: [0, 1],
    format: 'percent',
  }) as const

export default defineSetup({
  config: {
    depth: range({ label: 'Depth', min: 2, max: 10, step: 1, default: 6, unit: 'layers of weights' }),
    optimizer: choice({
      label: 'Optimizer',
      options: ['sgd', 'momentum'],
      default: 'sgd',
      names: { sgd: 'SGD', momentum: 'momentum 0.9' },
    }),
    steps: range({ label: 'Length', min: 100, max: 2000, step: 100, default: 400, unit: 'steps' }),
  },
  variants: {
    none: { label: 'none', note: 'as it is' },
    batch: { label: 'batch norm', note: 'each unit' },
    layer: { label: 'layer norm', note: 'each image' },
  },
  metrics: Object.fromEntries([
    ...rates.map((rate) => [`loss${rate}`, loss(rate)] as const),
    ...rates.map((rate) => [`testAccuracy${rate}`, accuracy(rate)] as const),
  ]) as Record<`loss${(typeof rates)[number]}`, ReturnType<typeof loss>> &
    Record<`testAccuracy${(typeof rates)[number]}`, ReturnType<typeof accuracy>>,
  presets: [
    { label: 'As published', values: {} },
    { label: 'Three times as long', values: { steps: 1200 } },
    { label: 'Momentum', values: { optimizer: 'momentum' } },
    { label: 'Three layers', values: { depth: 3 } },
  ],
  clock: ({ steps }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * batchSize) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 50,
  seeds: 5,
  pace: 40,
})
