import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Random networks that one seed stands for. */
export const networks = 200

export default defineSetup({
  config: {
    depth: range({ label: 'Greatest depth', min: 2, max: 20, step: 1, default: 10, unit: 'hidden layers' }),
    activation: choice({
      label: 'Activation',
      options: ['relu', 'leakyRelu'],
      default: 'relu',
      names: { relu: 'ReLU', leakyRelu: 'Leaky ReLU' },
    }),
    bias: choice({
      label: 'Biases',
      options: ['zero', 'normal'],
      default: 'zero',
      names: { zero: 'zero', normal: 'random, as large as the weights' },
    }),
  },
  variants: {
    width2: { label: 'width 2' },
    width3: { label: 'width 3' },
    width4: { label: 'width 4' },
    width8: { label: 'width 8' },
    width16: { label: 'width 16' },
  },
  metrics: {
    deadShare: { label: 'networks born dead', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Twenty layers', values: { depth: 20 } },
    { label: 'With a leak', values: { activation: 'leakyRelu' } },
    { label: 'Random biases', values: { bias: 'normal' } },
  ],
  clock: ({ depth }) => ({ name: 'depth', label: 'depth (hidden layers)', start: 0, end: depth }),
  steps: ({ depth }) => depth,
  measureEvery: () => 1,
  seeds: 5,
  pace: 2,
})
