import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 1000
export const testImages = 500
export const size = 12
export const hidden = [32, 32] as const
export const batchSize = 50
export const learningRate = 0.002
/** Updates after which the two pruned networks are cut; before the first all three have all their weights. */
export const cutsAt = [200, 300] as const
/** The first cut takes this share of what is cut in the end. */
export const firstCut = 8 / 9
/** Between two exchanges of weights. */
export const exchangeEvery = 20
/** From this update on the last mask stays, so that what grew back has time to learn. */
export const lastExchange = 480
/** The share of the weights that the first exchange takes; later ones take less, down to none. */
export const exchanged = 0.2
/** Ends of the colour scale of the weights. */
export const limit = 0.5

export default defineSetup({
  config: {
    sparsity: range({
      label: 'Cut in the end',
      min: 0.5,
      max: 0.95,
      step: 0.05,
      default: 0.9,
      unit: 'of the weights',
    }),
    grow: choice({
      label: 'Grows back',
      options: ['gradient', 'random'],
      default: 'gradient',
      names: { gradient: 'where the gradient is largest', random: 'by chance' },
    }),
    rate: range({ label: 'Dropout rate', min: 0.1, max: 0.7, step: 0.1, default: 0.3 }),
    updates: range({ label: 'Length', min: 500, max: 1000, step: 100, default: 600, unit: 'updates' }),
  },
  variants: {
    static: { label: 'cut for good', note: 'weights' },
    regrown: { label: 'cut and regrown', note: 'weights' },
    dropout: { label: 'dropout', note: 'units' },
  },
  metrics: {
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    off: {
      label: 'weights that are off',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
    returned: {
      label: 'of the weights that are there: off before',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Grown back by chance', values: { grow: 'random' } },
    { label: 'Half of the weights', values: { sparsity: 0.5 } },
  ],
  clock: ({ updates }) => ({
    name: 'update',
    label: `update (20 of them are an epoch, one pass over ${trainingImages} images)`,
    start: 0,
    end: updates,
  }),
  steps: ({ updates }) => updates,
  measureEvery: () => 10,
  // The cuts, and each exchange after them: between two of these no weight goes or comes but by dropout.
  pictures: ({ updates }) => [
    0,
    cutsAt[0] / 2,
    ...Array.from(
      { length: (lastExchange - cutsAt[0]) / exchangeEvery + 1 },
      (_, i) => cutsAt[0] + i * exchangeEvery,
    ),
    updates,
  ],
  seeds: 5,
  pace: 50,
})
