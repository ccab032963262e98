import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Penalties that the curve over the penalty is asked at: 10⁻⁶, 10⁻⁵·⁷⁵, ..., 10. */
export const penalties = Array.from({ length: 29 }, (_, i) => 10 ** (i / 4 - 6))
/** Errors of less are counted as this much: a curve through all points has none, but for rounding. */
export const least = 1e-6

const penalty = { min: 1e-6, max: 10, scale: 'log' } as const

export default defineSetup({
  config: {
    weak: range({ label: 'Weak penalty λ', ...penalty, default: 1e-3 }),
    strong: range({ label: 'Strong penalty λ', ...penalty, default: 10 }),
    points: range({ label: 'Training points', min: 10, max: 100, step: 5, default: 15 }),
    noise: range({ label: 'Noise σ', min: 0, max: 1, step: 0.05, default: 0.3 }),
    degree: range({ label: 'Highest degree', min: 4, max: 30, step: 1, default: 12 }),
  },
  variants: {
    none: { label: 'no penalty', note: 'λ = 0' },
    weak: { label: 'weak', note: 'small λ' },
    strong: { label: 'strong', note: 'large λ' },
  },
  metrics: {
    testError: { label: 'test error (MSE)', scale: 'log', domain: [1e-3, 1e10] },
    trainingError: { label: 'training error (MSE)', scale: 'log', domain: [1e-3, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'A hundred points', values: { points: 100 } },
    { label: 'No noise', values: { noise: 0 } },
    { label: 'Up to degree 30', values: { degree: 30 } },
  ],
  clock: ({ degree }) => ({ name: 'degree', label: 'degree of the polynomial', start: 0, end: degree }),
  steps: ({ degree }) => degree,
  measureEvery: () => 1,
  seeds: 10,
  pace: 1.5,
})
