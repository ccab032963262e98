import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
/** A multiple of every batch size, so that they can be cut into batches as in training. */
export const testImages = 480
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const width = 32
export const hiddenLayers = 3
/** Of group norm: 8 units in each. */
export const groups = 4
/** Batches of test images whose statistics stand beside the running ones. */
export const batchesShown = 10

export default defineSetup({
  config: {
    batchSize: choice({
      label: 'Batch size',
      options: ['2', '4', '8', '32'],
      default: '2',
      names: { '2': '2 images', '4': '4 images', '8': '8 images', '32': '32 images' },
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 1,
      default: 0.02,
      scale: 'log',
      live: true,
    }),
    momentum: range({
      label: 'Momentum of the running averages',
      min: 0,
      max: 0.99,
      step: 0.01,
      default: 0.9,
    }),
    steps: range({ label: 'Length', min: 100, max: 2000, step: 100, default: 800, unit: 'steps' }),
  },
  variants: {
    none: { label: 'none', note: 'as it is' },
    batch: { label: 'batch norm', note: 'each unit' },
    layer: { label: 'layer norm', note: 'each image' },
    group: { label: 'group norm', note: 'a quarter each' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.1, 10] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    trainingMode: {
      label: 'test accuracy in training mode',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Batches of four', values: { batchSize: '4' } },
    { label: 'Batches of eight', values: { batchSize: '8' } },
    { label: 'Batches of 32', values: { batchSize: '32' } },
  ],
  clock: ({ steps, batchSize }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * Number(batchSize)) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 20,
  seeds: 5,
  pace: 80,
})
