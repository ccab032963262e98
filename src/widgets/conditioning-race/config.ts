import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const features = 10
/** Training rows. */
export const rowCount = 200

export default defineSetup({
  config: {
    mean: range({ label: 'Mean of a feature', min: 0, max: 5, step: 0.5, default: 2, unit: 'of its spread' }),
    spreads: range({ label: 'Largest spread over smallest', min: 1, max: 20, step: 1, default: 5 }),
    correlation: range({ label: 'Correlation of features', min: 0, max: 0.9, step: 0.1, default: 0.5 }),
    rate: range({
      label: 'Learning rate times λmax',
      min: 0.1,
      max: 2.2,
      step: 0.1,
      default: 1,
      live: true,
    }),
    steps: range({ label: 'Length', min: 100, max: 10_000, step: 100, default: 400, unit: 'steps' }),
  },
  variants: {
    raw: { label: 'Raw', note: 'inputs as given' },
    centred: { label: 'Centred', note: 'x − mean' },
    standardised: { label: 'Standardised', note: '÷ spread' },
    whitened: { label: 'Whitened', note: '+ decorrelated' },
  },
  metrics: {
    excessLoss: { label: 'loss still to lose, share of the start', scale: 'log', domain: [1e-6, 1] },
    conditionNumber: { label: 'condition number', scale: 'log', domain: [1, 1e6] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Long enough for raw', values: { steps: 10_000 } },
    { label: 'Means are zero already', values: { mean: 0 } },
    { label: 'Spreads are equal already', values: { spreads: 1 } },
    { label: 'Nothing is correlated', values: { correlation: 0 } },
  ],
  clock: ({ steps }) => ({ name: 'step', label: 'step (one gradient of all rows)', start: 0, end: steps }),
  steps: ({ steps }) => steps,
  measureEvery: ({ steps }) => Math.max(2, Math.round(steps / 200)),
  // The later variants need few steps.
  measureFirst: 100,
  seeds: 5,
  pace: 40,
})
