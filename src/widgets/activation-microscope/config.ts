import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Random inputs that are sent through the network. */
export const inputs = 100

export default defineSetup({
  config: {
    activation: choice({
      label: 'Activation',
      options: ['tanh', 'relu'],
      default: 'tanh',
      names: { relu: 'ReLU' },
    }),
    weightScale: range({ label: 'All weights times', min: 0.1, max: 4, default: 1, scale: 'log' }),
    depth: range({ label: 'Depth', min: 2, max: 20, step: 1, default: 10, unit: 'layers' }),
    width: range({ label: 'Width', min: 10, max: 200, step: 10, default: 100, unit: 'units per layer' }),
  },
  variants: {
    small: { label: 'N(0, 0.01²)', note: 'σ = 0.01' },
    uniform: { label: '±1/√n', note: 'σ² = 1/3n' },
    xavier: { label: 'Xavier', note: 'σ² = 1/n' },
    he: { label: 'He', note: 'σ² = 2/n' },
    normal: { label: 'N(0, 1)', note: 'σ = 1' },
  },
  metrics: {
    spread: { label: 'spread of the activations', scale: 'log', domain: [1e-11, 10] },
    slope: { label: 'mean slope of the units', scale: 'linear', domain: [0, 1] },
    againstFormula: {
      label: 'size, measured / formula',
      scale: 'log',
      domain: [0.3, 3],
      ticks: [0.1, 0.3, 1, 3, 10],
    },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'ReLU', values: { activation: 'relu' } },
    { label: 'Twenty layers', values: { depth: 20 } },
    { label: 'Narrow', values: { width: 10 } },
  ],
  clock: ({ depth }) => ({
    name: 'layer',
    label: 'layer (the signal travels from the first to the last)',
    start: 1,
    end: depth,
  }),
  steps: ({ depth }) => depth - 1,
  measureEvery: () => 1,
  seeds: 5,
  pace: 1.5,
})
