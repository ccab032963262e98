import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be; without a change all of them are used. */
export const mostImages = 1000
export const testImages = 500
export const size = 12
export const hidden = [100, 100] as const
export const batchSize = 50
/** A step of the run is so many updates while it trains, and one more cut afterwards. */
export const updatesPerStep = 20
/** Percentage points of sparsity between two cuts, and where the last one ends. */
export const pointsPerCut = 2
export const lastSparsity = 98
/** What the program of "Copy as code" cuts; the figure cuts everything up to `lastSparsity`. */
export const exampleSparsity = 0.5
/** On the clock training is as long as so many points of sparsity, however long it is. */
const trainingOnClock = 20
/** Weights this large or larger are counted in the end bins. */
export const limit = 0.4

/** Number of steps that train. */
export const trainingSteps = (updates: number): number => updates / updatesPerStep

/** Where a step is on the clock: sparsity in percent from 0 on, training before it. */
export const clockAt = (step: number, updates: number): number => {
  const trained = trainingSteps(updates)
  return step < trained ? trainingOnClock * (step / trained - 1) : pointsPerCut * (step - trained)
}

export default defineSetup({
  config: {
    images: range({ label: 'Training images', min: 200, max: mostImages, step: 100, default: mostImages }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.01,
      default: 0.002,
      scale: 'log',
    }),
    updates: range({ label: 'Training', min: 20, max: 800, step: 20, default: 400, unit: 'updates' }),
    scope: choice({
      label: 'One threshold',
      options: ['global', 'layer'],
      default: 'global',
      names: { global: 'for the whole network', layer: 'for each layer' },
    }),
  },
  variants: {
    magnitude: { label: 'magnitude', note: '|w|' },
    saliency: { label: 'saliency', note: 'h w²/2' },
    random: { label: 'random', note: 'by lot' },
    smallestKept: { label: 'largest first', note: '−|w|' },
  },
  metrics: {
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
    predictedLoss: {
      label: 'training loss as the parabolas of single weights predict it',
      scale: 'log',
      domain: [0.001, 10],
    },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'A threshold for each layer', values: { scope: 'layer' } },
    { label: 'Not trained', values: { updates: 20 } },
  ],
  clock: ({ updates }) => ({
    name: 'sparsity',
    label: `sparsity, % of the weights (left of 0: ${updates} updates of training)`,
    start: clockAt(0, updates),
    end: lastSparsity,
  }),
  steps: ({ updates }) => trainingSteps(updates) + lastSparsity / pointsPerCut,
  measureEvery: () => 1,
  seeds: 5,
  pace: 9,
})
