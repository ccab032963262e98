import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const testImages = 500
export const batchSize = 25
/** The most training images that there can be. */
export const mostImages = 500

export default defineSetup({
  config: {
    images: choice({
      label: 'Training images',
      options: ['100', '200', '500'],
      default: '100',
    }),
    pixels: choice({
      label: 'What the network sees of a pixel',
      options: ['brightness', 'standardised'],
      default: 'brightness',
      names: {
        brightness: 'its brightness, 0 to 1',
        standardised: 'its brightness minus its own mean, in standard deviations',
      },
    }),
    head: choice({
      label: 'Before the dense layer',
      options: ['flatten', 'globalAverage'],
      default: 'flatten',
      names: { flatten: 'all numbers of the last maps', globalAverage: 'the mean of each map' },
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0003,
      max: 0.03,
      default: 0.003,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 1200, step: 100, default: 400, unit: 'steps' }),
  },
  variants: {
    none: { label: 'no pooling' },
    strided: { label: 'stride 2' },
    max: { label: 'max' },
    average: { label: 'average' },
    stochastic: { label: 'stochastic' },
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
    { label: '500 images', values: { images: '500', steps: 800 } },
    { label: 'Minus each pixel’s mean', values: { pixels: 'standardised' } },
    { label: 'Global average', values: { head: 'globalAverage' } },
  ],
  clock: ({ steps, images }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${images} images)`,
    start: 0,
    end: (steps * batchSize) / Number(images),
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 20,
  seeds: 5,
  pace: 60,
})
