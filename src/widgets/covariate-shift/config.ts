import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const hiddenLayers = 5
export const width = 32
export const batchSize = 64
/** The hidden layer whose shift is measured, counted from 1. */
export const watched = 3
/** Coming steps that the panel shows: their batches are the first of the images of the loss. */
export const stepsShown = 3

export default defineSetup({
  config: {
    shift: range({
      label: 'Shift put in, at most',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.5,
      live: true,
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.01,
      max: 2,
      default: 0.5,
      scale: 'log',
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 2000, step: 100, default: 400, unit: 'steps' }),
  },
  variants: {
    none: { label: 'none', note: 'as it is' },
    noneShifted: { label: 'none + shift', note: 'redrawn each step' },
    batch: { label: 'batch norm', note: 'as it is' },
    batchShifted: { label: 'norm + shift', note: 'batch norm, redrawn each step' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.01, 10] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    shift: { label: 'shift of layer 3 in one step', scale: 'log', domain: [1e-4, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'A shift of up to 1', values: { shift: 1 } },
    { label: 'Smaller steps', values: { learningRate: 0.1 } },
  ],
  clock: ({ steps }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: (steps * batchSize) / trainingImages,
  }),
  steps: ({ steps }) => steps,
  measureEvery: () => 40,
  seeds: 5,
  pace: 50,
})
