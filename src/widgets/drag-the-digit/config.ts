import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const size = 12
export const outputs = 10
export const testImages = 500
export const batchSize = 25
/** The most training images that there can be. */
export const mostImages = 500
/** Test images are moved by at most so many pixels, in the curves and by the reader. */
export const reach = 3
/** Test images that the reader can drag: a 3, a 4 and an 8. Digits take turns. */
export const rowsShown = [3, 4, 8] as const

/** By how many pixels test images are moved, with the name of the metric. */
export const shifted = [
  { by: 0, metric: 'error0' },
  { by: 1, metric: 'error1' },
  { by: 2, metric: 'error2' },
  { by: 3, metric: 'error3' },
] as const

const errors = { scale: 'linear', domain: [0, 1], format: 'percent' } as const

export default defineSetup({
  config: {
    images: choice({ label: 'Training images', options: ['100', '200', '500'], default: '100' }),
    moved: choice({
      label: 'Training images are moved',
      options: ['0', '1'],
      default: '0',
      names: { '0': 'never', '1': 'by at most 1 pixel' },
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
  },
  metrics: {
    error0: { label: 'test error, not moved', ...errors },
    error1: { label: 'test error, moved by 1 pixel', ...errors },
    error2: { label: 'test error, moved by 2 pixels', ...errors },
    error3: { label: 'test error, moved by 3 pixels', ...errors },
    loss: { label: 'training loss', scale: 'log', domain: [0.0001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Trained on moved digits', values: { moved: '1', steps: 800 } },
    { label: '500 images', values: { images: '500', steps: 800 } },
  ],
  clock: ({ steps, images }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${images} images)`,
    start: 0,
    end: (steps * batchSize) / Number(images),
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 40,
  seeds: 5,
  pace: 60,
})
