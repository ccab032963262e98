import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be; without a change all of them are used. */
export const mostImages = 500
export const testImages = 500
export const width = 128
export const hiddenLayers = 2
export const batchSize = 50
/** Test images that the picture of the second hidden layer shows. */
export const columnsShown = 40
/** The upper end of its colour scale. */
export const limit = 4

export default defineSetup({
  config: {
    randomLabels: choice({
      label: 'Random labels',
      options: ['0', '0.15', '0.3', '0.5'],
      default: '0.3',
      names: { '0': 'none', '0.15': '15%', '0.3': '30%', '0.5': '50%' },
    }),
    rate: range({ label: 'Rate: share that is dropped', min: 0.1, max: 0.9, step: 0.1, default: 0.5 }),
    images: range({
      label: 'Training images',
      min: 100,
      max: mostImages,
      step: 100,
      default: mostImages,
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.02,
      default: 0.002,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 800, step: 100, default: 500, unit: 'steps' }),
  },
  variants: {
    none: { label: 'no dropout', note: 'rate = 0' },
    dropout: { label: 'dropout', note: 'inverted' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'linear', domain: [0, 3.5] },
    testLoss: { label: 'test loss', scale: 'linear', domain: [0, 3.5] },
    testError: { label: 'test error', scale: 'linear', domain: [0, 1], format: 'percent' },
    zeros1: { label: 'zeros in hidden layer 1', scale: 'linear', domain: [0, 1], format: 'percent' },
    zeros2: { label: 'zeros in hidden layer 2', scale: 'linear', domain: [0, 1], format: 'percent' },
    mean1: { label: 'mean activation, hidden layer 1', scale: 'linear', domain: [0, 2] },
    mean2: { label: 'mean activation, hidden layer 2', scale: 'linear', domain: [0, 2] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Clean labels', values: { randomLabels: '0', images: 200 } },
    { label: 'Half of the labels', values: { randomLabels: '0.5' } },
  ],
  clock: ({ steps, images }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${images} images)`,
    start: 0,
    end: (steps * batchSize) / images,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 10,
  seeds: 5,
  pace: 60,
})
