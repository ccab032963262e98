import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
export const batchSize = 64
/** Units are drawn in rows of this many. */
export const unitsPerRow = 16

export default defineSetup({
  config: {
    lowRate: range({ label: 'Low learning rate', min: 0.01, max: 1, default: 0.5, scale: 'log', live: true }),
    highRate: range({ label: 'High learning rate', min: 0.5, max: 5, default: 2, scale: 'log', live: true }),
    units: range({ label: 'Width', min: 16, max: 128, step: 16, default: 64, unit: 'units per layer' }),
    steps: range({ label: 'Length', min: 100, max: 1000, step: 100, default: 400, unit: 'steps' }),
  },
  variants: {
    reluLow: { label: 'ReLU, low', note: 'low rate' },
    reluHigh: { label: 'ReLU, high', note: 'high rate' },
    leakyHigh: { label: 'Leaky, high', note: 'high rate' },
  },
  metrics: {
    deadShare: { label: 'dead units', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Half the high rate', values: { highRate: 1 } },
    { label: 'A rate that suits both', values: { highRate: 0.5, lowRate: 0.1 } },
  ],
  clock: ({ steps }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * batchSize) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 20,
  // ReLUs die, and Leaky ReLU overflows, within the first steps.
  measureFirst: 20,
  seeds: 5,
  pace: 40,
})
