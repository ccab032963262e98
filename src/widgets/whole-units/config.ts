import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 1000
export const testImages = 500
export const size = 12
/** Units of each of the two hidden layers, before any are cut. */
export const width = 100
export const outputs = 10
export const batchSize = 50
export const learningRate = 0.002

/** Weights of a network whose two hidden layers have so many units; its biases are counted apart. */
export const weightsOf = (units: number): number => size * size * units + units * units + outputs * units

/** The share of the weights that is gone with so many units left in each hidden layer. */
export const sparsityOf = (units: number): number => 1 - weightsOf(units) / weightsOf(width)

export default defineSetup({
  config: {
    units: range({
      label: 'Units left',
      min: 5,
      max: 95,
      step: 1,
      default: 28,
      unit: `of ${width} in each hidden layer`,
    }),
    before: range({ label: 'Before the cut', min: 20, max: 600, step: 20, default: 400, unit: 'updates' }),
    after: range({ label: 'After it', min: 20, max: 400, step: 20, default: 200, unit: 'updates' }),
  },
  variants: {
    weights: { label: 'single weights', note: 'smallest |w|' },
    units: { label: 'whole units', note: 'smallest columns' },
    small: { label: 'small from the start', note: 'never cut' },
  },
  metrics: {
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Half of the units', values: { units: 50 } },
    { label: 'A tenth of the weights', values: { units: 15 } },
  ],
  clock: ({ before, after }) => ({
    name: 'update',
    label: `update (cut after ${before} of them)`,
    start: 0,
    end: before + after,
  }),
  steps: ({ before, after }) => before + after,
  measureEvery: () => 20,
  seeds: 5,
  pace: 60,
})
