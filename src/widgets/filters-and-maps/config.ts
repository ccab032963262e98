import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be. */
export const mostImages = 1000
export const testImages = 500
export const batchSize = 25
/** Height and width of an image. */
export const size = 12
export const kernelSize = 3
/** Filters of the two convolutional layers; max pooling of 2 x 2 follows each. */
export const filters = [8, 16] as const
export const outputs = 10

export default defineSetup({
  config: {
    frozen: choice({
      label: 'Random filters are those of',
      options: ['both', 'first'],
      names: { both: 'both layers', first: 'the first layer' },
      default: 'both',
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
    steps: range({ label: 'Length', min: 100, max: 1500, step: 50, default: 400, unit: 'steps' }),
  },
  variants: {
    learned: { label: 'learned filters', note: 'all weights learn' },
    random: { label: 'random filters', note: 'filters stay as drawn' },
  },
  metrics: {
    testError: {
      label: 'test error',
      scale: 'log',
      domain: [0.05, 1],
      format: 'percent',
      ticks: [0.05, 0.1, 0.2, 0.5, 1],
    },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
    firstMoved: { label: 'change of the first filters', scale: 'linear', domain: [0, 2], format: 'percent' },
    secondMoved: {
      label: 'change of the second filters',
      scale: 'linear',
      domain: [0, 2],
      format: 'percent',
    },
    lastMoved: { label: 'change of the last weights', scale: 'linear', domain: [0, 2], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: '100 images', values: { images: 100 } },
    { label: 'Only the first layer random', values: { frozen: 'first' } },
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
