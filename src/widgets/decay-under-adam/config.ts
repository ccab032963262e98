import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const features = 9
/** Training rows. */
export const rowCount = 200
/** Standard deviation of the noise on the target. */
export const noise = 3
/** Rows of a step, where it takes not all of them. */
export const batchSize = 20
/** Keras's constants. */
export const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const

export default defineSetup({
  config: {
    lambda: range({ label: 'λ', min: 0.01, max: 1, default: 0.15, scale: 'log', live: true }),
    spread: range({ label: 'Largest feature over smallest', min: 1, max: 16, step: 1, default: 9 }),
    sgdRate: range({
      label: 'Learning rate of SGD',
      min: 0.001,
      max: 0.1,
      default: 0.02,
      scale: 'log',
      live: true,
    }),
    adamRate: range({
      label: 'Learning rate of Adam',
      min: 0.0005,
      max: 0.05,
      default: 0.005,
      scale: 'log',
      live: true,
    }),
    batch: choice({
      label: 'Rows of a step',
      options: ['twenty', 'all'],
      default: 'twenty',
      names: { twenty: `${batchSize}`, all: `all ${rowCount}` },
    }),
    steps: range({ label: 'Length', min: 100, max: 6000, step: 100, default: 1200, unit: 'steps' }),
  },
  variants: {
    sgdL2: { label: 'SGD + L2', note: 'λ Σ w² in the loss' },
    sgdDecay: { label: 'SGD + decay', note: '− 2ηλw a step' },
    adamL2: { label: 'Adam + L2', note: 'λ Σ w² in the loss' },
    adamW: { label: 'AdamW', note: '− 2ηλw a step' },
  },
  metrics: {
    distance: {
      label: 'distance from the least loss plus λ Σ w², share of the start',
      scale: 'linear',
      domain: [0, 1.2],
    },
    unevenness: { label: 'largest share taken over smallest', scale: 'log', domain: [1, 100] },
    smallest: { label: 'weight of the smallest feature', scale: 'linear', domain: [0, 1.2] },
    largest: { label: 'weight of the largest feature', scale: 'linear', domain: [0, 1.2] },
    loss: { label: 'training loss, without the penalty', scale: 'log', domain: [1, 100] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'All features alike', values: { spread: 1 } },
    { label: 'All rows in every step', values: { batch: 'all', steps: 6000 } },
    { label: 'A heavier penalty', values: { lambda: 0.5 } },
  ],
  clock: ({ steps }) => ({ name: 'step', label: 'step (one update of all weights)', start: 0, end: steps }),
  steps: ({ steps }) => steps,
  measureEvery: ({ steps }) => Math.max(2, Math.round(steps / 200)),
  seeds: 5,
  pace: 120,
})
