import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Random inputs in the one batch whose gradient is followed. */
export const inputs = 100

export default defineSetup({
  config: {
    depth: range({ label: 'Depth', min: 2, max: 20, step: 1, default: 10, unit: 'layers' }),
    width: range({ label: 'Width', min: 10, max: 200, step: 10, default: 100, unit: 'units per layer' }),
    weightScale: range({ label: 'All weights times', min: 0.1, max: 4, default: 1, scale: 'log' }),
  },
  variants: {
    sigmoid: { label: 'sigmoid', note: 'Xavier' },
    tanh: { label: 'tanh', note: 'Xavier' },
    tanhNormal: { label: 'tanh N(0,1)', note: 'σ = 1' },
    relu: { label: 'ReLU', note: 'He' },
  },
  metrics: {
    weightGradient: { label: 'weight gradient (RMS)', scale: 'log', domain: [1e-11, 1e3] },
    delta: { label: 'signal δ (RMS)', scale: 'log', domain: [1e-10, 1e4] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Twenty layers', values: { depth: 20 } },
    { label: 'Tiny weights', values: { weightScale: 0.1 } },
    { label: 'Narrow', values: { width: 10 } },
  ],
  clock: ({ depth }) => ({
    name: 'layer',
    label: 'layer (the gradient travels from the last to the first)',
    start: depth,
    end: 1,
  }),
  steps: ({ depth }) => depth - 1,
  measureEvery: () => 1,
  seeds: 5,
  pace: 1.5,
})
