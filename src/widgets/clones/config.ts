import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const batchSize = 64
/** Two units count as different when the distance of their weights is more than this share of their length. */
export const tolerance = 0.1

export default defineSetup({
  config: {
    constant: range({ label: 'The constant', min: 0.01, max: 0.5, default: 0.05, scale: 'log' }),
    noise: range({ label: 'The noise', min: 1e-7, max: 0.1, default: 0.001, scale: 'log' }),
    outputWeights: choice({
      label: 'Output weights',
      options: ['alike', 'random'],
      default: 'alike',
      names: { alike: 'like the hidden ones', random: 'random (He)' },
    }),
    activation: choice({
      label: 'Activation',
      options: ['relu', 'tanh', 'sigmoid'],
      default: 'relu',
      names: { relu: 'ReLU' },
    }),
    optimizer: choice({
      label: 'Optimizer',
      options: ['sgd', 'momentum', 'adam'],
      default: 'sgd',
      names: { sgd: 'SGD', momentum: 'momentum 0.9', adam: 'Adam' },
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 1,
      default: 0.1,
      scale: 'log',
      live: true,
    }),
    units: range({ label: 'Width', min: 1, max: 32, step: 1, default: 32, unit: 'hidden units' }),
    steps: range({ label: 'Length', min: 100, max: 2000, step: 100, default: 600, unit: 'steps' }),
  },
  variants: {
    zero: { label: 'Zero', note: 'all 0' },
    constant: { label: 'Constant', note: 'equal' },
    noisy: { label: 'Noisy', note: '+ noise' },
    he: { label: 'He', note: 'random' },
  },
  metrics: {
    differentUnits: {
      label: 'different hidden units',
      scale: 'linear',
      domain: [0, 32],
      ticks: [1, 8, 16, 24, 32],
    },
    loss: { label: 'training loss', scale: 'log', domain: [0.03, 10] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    spread: { label: 'greatest difference of two units', scale: 'linear', domain: [0, 2] },
    moved: { label: 'greatest change of a hidden weight', scale: 'linear', domain: [0, 2] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Noise of a millionth', values: { noise: 1e-6 } },
    { label: 'Random output weights', values: { outputWeights: 'random' } },
    { label: 'One hidden unit', values: { units: 1 } },
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
  pace: 60,
})
