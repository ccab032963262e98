import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be. */
export const mostImages = 1000
export const testImages = 500
export const batchSize = 25
export const size = 12
/** Of the first layer, so many maps that leave it are shown, for one test image of the first seed: a 3. */
export const mapsShown = 8
export const rowShown = 3

/** Maps that leave each of the two convolutional layers. */
export const filters = { mfm: [8, 16], matched: [11, 20], same: [8, 16] } as const

export default defineSetup({
  config: {
    scale: range({
      label: 'Start, times He’s',
      min: 0.25,
      max: 1,
      step: 0.25,
      default: 0.5,
    }),
    images: range({ label: 'Training images', min: 100, max: mostImages, step: 50, default: 500 }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0003,
      max: 0.03,
      default: 0.003,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 1000, step: 50, default: 400, unit: 'steps' }),
  },
  variants: {
    mfm: { label: 'MFM', note: '3,946 parameters' },
    matched: { label: 'wider ReLU', note: '3,920 parameters' },
    same: { label: 'plain ReLU', note: '2,698 parameters' },
  },
  metrics: {
    testError: {
      label: 'test error',
      scale: 'log',
      domain: [0.02, 1],
      format: 'percent',
      ticks: [0.02, 0.05, 0.1, 0.2, 0.5, 1],
    },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'He’s start', values: { scale: 1 } },
    { label: '100 images', values: { images: 100 } },
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
  pace: 40,
})
