import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be. */
export const mostImages = 500
export const testImages = 500
export const hiddenLayers = 2
export const batchSize = 50

export default defineSetup({
  config: {
    randomLabels: choice({
      label: 'Random labels',
      options: ['0', '0.3'],
      default: '0',
      names: { '0': 'none', '0.3': '30%' },
    }),
    images: range({ label: 'Training images', min: 100, max: mostImages, step: 100, default: 200 }),
    units: range({ label: 'Units in each hidden layer', min: 16, max: 256, step: 16, default: 128 }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.02,
      default: 0.005,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 800, step: 100, default: 200, unit: 'steps' }),
  },
  variants: {
    r0: { label: 'rate 0', note: 'no dropout' },
    r2: { label: 'rate 0.2' },
    r5: { label: 'rate 0.5' },
    r7: { label: 'rate 0.7' },
    r9: { label: 'rate 0.9' },
  },
  metrics: {
    testError: { label: 'test error', scale: 'linear', domain: [0, 1], format: 'percent' },
    trainError: { label: 'training error', scale: 'linear', domain: [0, 1], format: 'percent' },
    testLoss: { label: 'test loss', scale: 'linear', domain: [0, 3.5] },
    loss: { label: 'training loss', scale: 'linear', domain: [0, 3.5] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Random labels', values: { randomLabels: '0.3', images: mostImages, steps: 300 } },
    { label: 'A narrow network', values: { units: 32 } },
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
  pace: 25,
})
