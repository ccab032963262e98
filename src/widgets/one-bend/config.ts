import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Training points, and as many test points. */
export const points = 400

export default defineSetup({
  config: {
    data: choice({
      label: 'Data',
      options: ['spirals', 'moons', 'circles', 'blobs'],
      default: 'spirals',
      names: { spirals: 'two spirals', moons: 'two moons', circles: 'two circles', blobs: 'two blobs' },
    }),
    noise: range({ label: 'Noise', min: 0, max: 0.5, step: 0.05, default: 0.1, unit: 'sd of the points' }),
    depth: range({ label: 'Depth', min: 1, max: 4, step: 1, default: 2, unit: 'hidden layers' }),
    units: range({ label: 'Width', min: 2, max: 32, step: 1, default: 16, unit: 'units per layer' }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 0.1,
      default: 0.01,
      scale: 'log',
      live: true,
    }),
    batchSize: range({ label: 'Batch', min: 10, max: 100, step: 10, default: 50, unit: 'points per step' }),
    epochs: range({ label: 'Length', min: 10, max: 1000, step: 10, default: 60, unit: 'epochs' }),
  },
  variants: {
    linear: { label: 'linear', note: 'z' },
    tanh: { label: 'tanh', note: 'tanh z' },
    relu: { label: 'ReLU', note: 'max(0, z)' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.003, 5] },
    testLoss: { label: 'test loss', scale: 'log', domain: [0.003, 5] },
    accuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Where a line is enough', values: { data: 'blobs' } },
    { label: 'One hidden layer', values: { depth: 1 } },
    { label: 'Two units', values: { units: 2 } },
  ],
  clock: ({ epochs }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${points} points)`,
    start: 0,
    end: epochs,
  }),
  steps: ({ epochs, batchSize }) => Math.ceil((epochs * points) / batchSize),
  measureEvery: ({ batchSize }) => Math.ceil(points / batchSize),
  seeds: 5,
  pace: 40,
})
