import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be. */
export const mostImages = 200
export const testImages = 200
export const width = 32
export const size = 12
/** Units of the first layer whose weights are shown, and the end of their colour scale. */
export const unitsShown = 10
export const limit = 0.5

export default defineSetup({
  config: {
    l2: range({ label: 'Strength of L2', min: 0.0001, max: 0.05, default: 0.002, scale: 'log', live: true }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.02,
      max: 2,
      default: 0.5,
      scale: 'log',
      live: true,
    }),
    network: choice({
      label: 'Network',
      options: ['hidden', 'linear'],
      default: 'hidden',
      names: { hidden: `one hidden layer of ${width} ReLUs`, linear: 'no hidden layer' },
    }),
    images: range({ label: 'Training images', min: 50, max: mostImages, step: 50, default: 100 }),
    steps: range({ label: 'Length', min: 200, max: 8000, step: 200, default: 2000, unit: 'steps' }),
  },
  variants: {
    none: { label: 'no penalty', note: 'the loss alone' },
    l2: { label: 'L2', note: '+ λ Σ w²' },
  },
  metrics: {
    norm: { label: 'norm of the weights', scale: 'linear', domain: [0, 14] },
    trainingAccuracy: { label: 'training accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss, without the penalty', scale: 'log', domain: [0.0001, 10] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    lossPull: { label: 'pull of the loss, outwards', scale: 'log', domain: [0.0001, 0.1] },
    penaltyPull: { label: 'pull of the penalty, inwards', scale: 'log', domain: [0.0001, 0.1] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'No hidden layer', values: { network: 'linear' } },
    { label: 'A heavier penalty', values: { l2: 0.01 } },
    { label: 'A lighter penalty', values: { l2: 0.0005, steps: 4000 } },
  ],
  clock: ({ steps }) => ({ name: 'step', label: 'step (all training images)', start: 0, end: steps }),
  steps: ({ steps }) => steps,
  measureEvery: ({ steps }) => Math.round(steps / 100),
  measureFirst: 20,
  seeds: 5,
  pace: 200,
})
