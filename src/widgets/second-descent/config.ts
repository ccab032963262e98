import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Numbers of an input. */
export const inputs = 10
export const testPoints = 500
/** Features that a step adds. */
export const added = 2
/** Training points that the panel's path visits. */
export const visited = 6
/** Training errors of less are counted as this much: a fit through all points has none, but for rounding. */
export const least = 1e-4
/** Weights of less length are counted as this long: no features have none. */
export const shortest = 0.1

export default defineSetup({
  config: {
    penalty: range({ label: 'Penalty λ', min: 1e-5, max: 1, default: 0.01, scale: 'log' }),
    points: range({ label: 'Training points', min: 20, max: 80, step: 10, default: 40 }),
    noise: range({ label: 'Noise σ', min: 0, max: 1, step: 0.05, default: 0.3 }),
    features: range({ label: 'Most features', min: 100, max: 400, step: 100, default: 200 }),
  },
  variants: {
    none: { label: 'no penalty', note: 'the shortest w that fits' },
    penalty: { label: 'penalty', note: 'λ |w|²' },
  },
  metrics: {
    testError: { label: 'test error (MSE)', scale: 'log', domain: [0.1, 1e4] },
    trainingError: { label: 'training error (MSE)', scale: 'log', domain: [least, 10] },
    length: { label: 'length of w', scale: 'log', domain: [shortest, 1000] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Up to 400 features', values: { features: 400 } },
    { label: 'Eighty points', values: { points: 80 } },
    { label: 'No noise', values: { noise: 0 } },
  ],
  clock: ({ features }) => ({
    name: 'features',
    label: 'features (random ReLU units)',
    start: 0,
    end: features,
  }),
  steps: ({ features }) => features / added,
  measureEvery: () => 1,
  seeds: 10,
  pace: 10,
})
