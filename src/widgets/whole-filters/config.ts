import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'
import { width } from './networks.ts'

export const trainingImages = 500
/** Training images that the loss is measured on. */
export const seen = 200
export const testImages = 500
export const batchSize = 25
export const learningRate = 0.003

export default defineSetup({
  config: {
    filters: range({
      label: 'Filters left',
      min: 1,
      max: width - 1,
      step: 1,
      default: 8,
      unit: `of ${width} in each layer`,
    }),
    before: range({ label: 'Before the cut', min: 25, max: 600, step: 25, default: 200, unit: 'updates' }),
    after: range({ label: 'After it', min: 25, max: 400, step: 25, default: 150, unit: 'updates' }),
  },
  variants: {
    weights: { label: 'single weights', note: 'smallest |w|' },
    filters: { label: 'whole filters', note: 'smallest sums' },
    small: { label: 'small from the start', note: 'never cut' },
  },
  metrics: {
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Half of the filters', values: { filters: 8 } },
    { label: 'A quarter of the filters', values: { filters: 4 } },
  ],
  clock: ({ before, after }) => ({
    name: 'update',
    label: `update (cut after ${before} of them)`,
    start: 0,
    end: before + after,
  }),
  steps: ({ before, after }) => before + after,
  measureEvery: () => 25,
  seeds: 5,
  pace: 40,
})
