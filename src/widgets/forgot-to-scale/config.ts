import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 500
export const testImages = 500
export const width = 128
export const hiddenLayers = 2
export const batchSize = 50
/** Equal parts of [0, 1] into which the panels sort the answers by their confidence. */
export const bins = 10

export default defineSetup({
  config: {
    rate: range({ label: 'Rate: share that is dropped', min: 0, max: 0.8, step: 0.1, default: 0.5 }),
    randomLabels: choice({
      label: 'Random labels',
      options: ['0', '0.15', '0.3', '0.5'],
      default: '0.3',
      names: { '0': 'none', '0.15': '15%', '0.3': '30%', '0.5': '50%' },
    }),
    activation: choice({
      label: 'Activation',
      options: ['relu', 'tanh', 'sigmoid'],
      default: 'relu',
      names: { relu: 'ReLU' },
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.02,
      default: 0.002,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 800, step: 100, default: 600, unit: 'steps' }),
  },
  variants: {
    unscaled: { label: 'not scaled', note: 'weights × 1' },
    scaled: { label: 'scaled', note: 'weights × keep' },
    inverted: { label: 'inverted', note: 'units ÷ keep' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'linear', domain: [0, 3.5] },
    testLoss: { label: 'test loss', scale: 'linear', domain: [0, 3.5] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    confidence: { label: 'mean confidence', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Clean labels', values: { randomLabels: '0' } },
    { label: 'Few are dropped', values: { rate: 0.2 } },
    { label: 'Sigmoid', values: { activation: 'sigmoid' } },
  ],
  clock: ({ steps }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * batchSize) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 25,
  seeds: 5,
  pace: 90,
})
