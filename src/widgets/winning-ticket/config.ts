import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 1000
export const testImages = 500
export const size = 12
export const hidden = [100, 100] as const
export const batchSize = 50
export const learningRate = 0.003
/** Ends of the colour scale of the pictures: so many times the average. */
export const limit = 3

/** The share of the weights that a network has in this round; round 0 trains all of them. */
export const shareLeft = (round: number, cut: number): number => (1 - cut) ** round

export default defineSetup({
  config: {
    how: choice({
      label: 'The mask is found',
      options: ['inRounds', 'atOnce'],
      default: 'inRounds',
      names: { inRounds: 'round by round', atOnce: 'at once, after round 0' },
    }),
    cut: range({
      label: 'Cut in each round',
      min: 0.1,
      max: 0.5,
      step: 0.05,
      default: 0.2,
      unit: 'of the weights',
    }),
    rounds: range({ label: 'Rounds', min: 1, max: 14, step: 1, default: 12 }),
    updates: range({
      label: 'Training in each round',
      min: 20,
      max: 400,
      step: 20,
      default: 300,
      unit: 'updates',
    }),
  },
  variants: {
    rewound: { label: 'rewound', note: 'its own start' },
    anew: { label: 'drawn anew', note: 'same mask' },
    shuffled: { label: 'random mask', note: 'same count' },
  },
  metrics: {
    testError: {
      label: 'test error at the end of the round',
      scale: 'log',
      domain: [0.05, 1],
      format: 'percent',
      ticks: [0.1, 0.2, 0.4, 0.8],
    },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'At once', values: { how: 'atOnce' } },
    { label: 'Half of them in each round', values: { cut: 0.5, rounds: 4 } },
  ],
  clock: ({ rounds }) => ({
    name: 'round',
    label: 'round (the end of its training; before round 0 nothing is trained)',
    start: -1,
    end: rounds,
  }),
  steps: ({ rounds, updates }) => (rounds + 1) * updates,
  measureEvery: ({ updates }) => updates,
  // The end of each round, with the weights that it had.
  pictures: ({ rounds, updates }) => Array.from({ length: rounds + 2 }, (_, round) => round * updates),
  seeds: 5,
})
