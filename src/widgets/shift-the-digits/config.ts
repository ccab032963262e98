import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be. */
export const mostImages = 800
export const testImages = 500
export const hiddenLayers = 2
export const width = 128
export const batchSize = 50
export const size = 12
/** Training images of which is shown what the steps see of them. Digits take turns: a 2, a 3, a 4 and a 5. */
export const rowsShown = [2, 3, 4, 5] as const
/** Of each of them, the last so many that a step saw. */
export const timesShown = 4

export default defineSetup({
  config: {
    reach: range({ label: 'Reach of the shift', min: 0, max: 2, step: 1, default: 1, unit: 'pixels' }),
    l2: range({ label: 'Strength of L2', min: 0.00001, max: 0.1, default: 0.001, scale: 'log' }),
    images: range({ label: 'Training images', min: 100, max: mostImages, step: 50, default: 200 }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.02,
      default: 0.002,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 1500, step: 100, default: 600, unit: 'steps' }),
  },
  variants: {
    asTheyAre: { label: 'as they are' },
    l2: { label: 'L2 penalty' },
    shifted: { label: 'shifted' },
  },
  metrics: {
    testError: {
      label: 'test error',
      scale: 'log',
      domain: [0.05, 1],
      format: 'percent',
      ticks: [0.05, 0.1, 0.2, 0.5, 1],
    },
    trainingError: { label: 'training error', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.0001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: '400 images', values: { images: 400 } },
    { label: '800 images', values: { images: 800 } },
    { label: 'By two pixels', values: { reach: 2 } },
  ],
  clock: ({ steps, images }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${images} images)`,
    start: 0,
    end: (steps * batchSize) / images,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 20,
  seeds: 5,
  pace: 60,
})
