import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
/** Training images that the panels show, 20 of each digit. */
export const shownImages = 200
/** Of these, as many are columns of the picture of the last hidden layer. */
export const columnsShown = 40
/** Ends of its colour scale. */
export const limit = 3
export const width = 32
export const batchSize = 64

export default defineSetup({
  config: {
    depth: range({ label: 'Depth', min: 2, max: 10, step: 1, default: 6, unit: 'layers of weights' }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.01,
      max: 50,
      default: 0.5,
      scale: 'log',
      live: true,
    }),
    start: choice({
      label: 'Starting weights of none and weight norm',
      options: ['xavier', 'data'],
      default: 'xavier',
      names: { xavier: 'Xavier', data: 'Xavier, then fitted to the first batch' },
    }),
    steps: range({ label: 'Length', min: 100, max: 4000, step: 100, default: 400, unit: 'steps' }),
  },
  variants: {
    none: { label: 'none', note: 'as it is' },
    batch: { label: 'batch norm', note: 'each unit' },
    layer: { label: 'layer norm', note: 'each image' },
    weight: { label: 'weight norm', note: 'w = g v/|v|' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.1, 10] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Three layers', values: { depth: 3 } },
    { label: 'Larger steps', values: { learningRate: 5 } },
    { label: 'Weights fitted to the first batch', values: { start: 'data' } },
  ],
  clock: ({ steps }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * batchSize) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 20,
  seeds: 5,
  pace: 50,
})
