import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const width = 32
export const batchSize = 64

export default defineSetup({
  config: {
    depth: range({ label: 'Depth', min: 2, max: 40, step: 1, default: 30, unit: 'layers of weights' }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.1,
      default: 0.005,
      scale: 'log',
      live: true,
    }),
    small: range({ label: 'σ of the small weights', min: 0.001, max: 0.3, default: 0.01, scale: 'log' }),
    steps: range({ label: 'Length', min: 100, max: 2000, step: 100, default: 600, unit: 'steps' }),
  },
  variants: {
    he: { label: 'He', note: 'σ² = 2/n' },
    xavier: { label: 'Xavier', note: 'σ² = 2/(n + m)' },
    small: { label: 'Small', note: 'one σ for all' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.4, 4], ticks: [0.1, 0.2, 0.5, 1, 2, 4] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Ten layers', values: { depth: 10 } },
    { label: 'Twenty-two layers', values: { depth: 22 } },
  ],
  clock: ({ steps }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * batchSize) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 20,
  seeds: 5,
  pace: 60,
})
