import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const width = 32
export const classes = 10
export const batchSize = 64

export default defineSetup({
  config: {
    depth: range({ label: 'Depth', min: 1, max: 6, step: 1, default: 2, unit: 'hidden layers' }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 1,
      default: 0.1,
      scale: 'log',
      live: true,
    }),
    weightScale: range({ label: 'Starting weights times', min: 0.1, max: 10, default: 1, scale: 'log' }),
    outputScale: range({ label: 'Output weights times', min: 0.001, max: 1, default: 1, scale: 'log' }),
    steps: range({ label: 'Length', min: 100, max: 2000, step: 100, default: 300, unit: 'steps' }),
  },
  variants: {
    standard: { label: 'N(0,1)', note: 'σ = 1' },
    small: { label: 'Small', note: 'σ = 0.01' },
    xavier: { label: 'Xavier', note: '2/(n + m)' },
    he: { label: 'He', note: '2/n' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.05, 1000] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'One hidden layer', values: { depth: 1 } },
    { label: 'Six hidden layers', values: { depth: 6 } },
    { label: 'A quiet output layer', values: { outputScale: 0.01 } },
  ],
  clock: ({ steps }) => ({
    name: 'step',
    label: `step (one update on ${batchSize} images)`,
    start: 0,
    end: steps,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 10,
  // The worst starts lose most of their loss within the first steps.
  measureFirst: 20,
  seeds: 5,
  pace: 30,
})
