import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Training points, and as many test points. */
export const points = 320
export const noise = 0.1
export const width = 16
/** Whose weights are drawn. */
export const shownLayer = 3
export const batchSize = 32

export default defineSetup({
  config: {
    data: choice({
      label: 'Data',
      options: ['spirals', 'moons', 'circles', 'blobs'],
      default: 'spirals',
      names: { spirals: 'two spirals', moons: 'two moons', circles: 'two circles', blobs: 'two blobs' },
    }),
    depth: range({ label: 'Depth', min: 3, max: 12, step: 1, default: 5, unit: 'hidden layers' }),
    smaller: range({ label: 'Small: σ of He divided by', min: 1, max: 10, default: 3, scale: 'log' }),
    larger: range({ label: 'Large: σ of He times', min: 1, max: 10, default: 2.7, scale: 'log' }),
    optimizer: choice({
      label: 'Optimizer',
      options: ['sgd', 'momentum', 'adam'],
      default: 'momentum',
      names: { sgd: 'SGD', momentum: 'momentum 0.9', adam: 'Adam' },
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 1,
      default: 0.02,
      scale: 'log',
      live: true,
    }),
    epochs: range({ label: 'Length', min: 50, max: 1000, step: 50, default: 150, unit: 'epochs' }),
  },
  variants: {
    small: { label: 'Small', note: 'σ below He' },
    he: { label: 'He', note: 'σ² = 2/n' },
    large: { label: 'Large', note: 'σ above He' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.0001, 1000] },
    accuracy: { label: 'test accuracy', scale: 'linear', domain: [0.4, 1], format: 'percent' },
    /** Hidden layers that are 0 for every training point. */
    deadLayers: { label: 'dead layers', scale: 'linear', domain: [0, 12] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Ten layers', values: { depth: 10 } },
    { label: 'Sizes closer together', values: { smaller: 1.5, larger: 1.5 } },
    { label: 'Sizes further apart', values: { smaller: 6, larger: 6 } },
    { label: 'Two circles', values: { data: 'circles' } },
    { label: 'Adam', values: { optimizer: 'adam', learningRate: 0.01 } },
    { label: 'SGD, small steps', values: { optimizer: 'sgd', learningRate: 0.01 } },
  ],
  clock: ({ epochs }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${points} points)`,
    start: 0,
    end: epochs,
  }),
  steps: ({ epochs }) => (epochs * points) / batchSize,
  measureEvery: () => points / batchSize,
  seeds: 5,
  pace: 130,
})
