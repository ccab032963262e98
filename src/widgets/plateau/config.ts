import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss and gradient are the figure's: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const classes = 10
export const width = 32
export const batchSize = 64
/** ln 10 is the loss of a network that gives each digit 10%. A loss is flat until it is first 2% below that. */
export const flatLoss = 0.98 * Math.log(classes)

export default defineSetup({
  config: {
    weights: range({ label: 'Small: starting σ', min: 0.01, max: 0.2, default: 0.05, scale: 'log' }),
    depth: range({ label: 'Depth', min: 1, max: 8, step: 1, default: 5, unit: 'hidden layers' }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.005,
      max: 0.5,
      default: 0.05,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 3000, step: 100, default: 600, unit: 'steps' }),
  },
  variants: {
    small: { label: 'Small', note: 'one σ for all' },
    xavier: { label: 'Xavier', note: 'σ² = 2/(n + m)' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'linear', domain: [0, 2.5] },
    gradient: { label: 'weight gradient of layer 1', scale: 'log', domain: [1e-6, 0.1] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Three layers', values: { depth: 3 } },
    { label: 'Six layers', values: { depth: 6, steps: 1000 } },
    { label: 'Twice the size', values: { weights: 0.1 } },
    { label: 'Half the size', values: { weights: 0.025, steps: 3000 } },
  ],
  clock: ({ steps }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * batchSize) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 10,
  // Xavier starts at once.
  measureFirst: 10,
  seeds: 5,
  pace: 60,
})
