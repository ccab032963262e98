import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be. */
export const mostImages = 500
export const testImages = 500
export const batchSize = 50
export const size = 12
/** The first training images, two of each digit, of which is shown what the network says. */
export const shown = 20

/** The share of the labels that are drawn by lot. */
export const shares = { none: 0, some: 0.3, all: 1 } as const

export default defineSetup({
  config: {
    units: range({ label: 'Hidden units', min: 8, max: 256, step: 8, default: 256 }),
    images: range({ label: 'Training images', min: 100, max: mostImages, step: 50, default: 300 }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0003,
      max: 0.03,
      default: 0.003,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 1500, step: 50, default: 200, unit: 'steps' }),
  },
  variants: {
    none: { label: 'no lot', note: 'true labels' },
    some: { label: 'some by lot', note: '30% of the labels' },
    all: { label: 'all by lot', note: '100% of the labels' },
  },
  metrics: {
    trainingAccuracy: {
      label: 'training images answered as taught',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: '32 hidden units', values: { units: 32, steps: 400 } },
    { label: '8 hidden units', values: { units: 8, steps: 600 } },
  ],
  clock: ({ steps }) => ({ name: 'step', label: `step (${batchSize} images)`, start: 0, end: steps }),
  steps: ({ steps }) => steps,
  measureEvery: ({ steps }) => Math.max(5, Math.round(steps / 80)),
  seeds: 5,
  pace: 25,
})
