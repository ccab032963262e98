import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 2000
export const testImages = 500
/** Training images whose loss is the figure's loss: the first of the training set, 50 of each digit. */
export const lossImages = 500
export const width = 32
export const batchSize = 64

export default defineSetup({
  config: {
    depth: range({ label: 'Depth', min: 1, max: 10, step: 1, default: 6, unit: 'hidden layers' }),
    optimizer: choice({
      label: 'Optimizer',
      options: ['sgd', 'momentum', 'adam'],
      default: 'momentum',
      names: { sgd: 'SGD', momentum: 'momentum 0.9', adam: 'Adam' },
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 1,
      default: 0.01,
      scale: 'log',
      live: true,
    }),
    initializer: choice({
      label: 'Starting weights',
      options: ['matched', 'xavier', 'he'],
      default: 'matched',
      names: { matched: 'Xavier for sigmoid and tanh, He for the rest', xavier: 'Xavier', he: 'He' },
    }),
    weightScale: range({ label: 'Starting weights times', min: 0.25, max: 8, default: 1, scale: 'log' }),
    steps: range({ label: 'Length', min: 100, max: 2000, step: 100, default: 600, unit: 'steps' }),
  },
  variants: {
    sigmoid: { label: 'sigmoid' },
    tanh: { label: 'tanh' },
    relu: { label: 'ReLU' },
    leakyRelu: { label: 'Leaky ReLU', note: 'slope 0.01' },
    elu: { label: 'ELU', note: 'α = 1' },
  },
  metrics: {
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Two layers', values: { depth: 2 } },
    { label: 'Ten layers', values: { depth: 10 } },
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
