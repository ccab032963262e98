import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** Training points, and as many test points. */
export const points = 200
export const noise = 0.2
export const depth = 5
export const width = 16
export const batchSize = 20
/** A loss looks stuck until it is first 2% below ln 2, which is the loss of giving each class 50%. */
export const stuckAbove = 0.98 * Math.log(2)

/** Where on the clock a loss no longer looks stuck; null as long as it does. */
export function leaves(epochs: ArrayLike<number>, losses: ArrayLike<number>): number | null {
  const index = Array.from(losses).findIndex((loss) => loss < stuckAbove)
  return epochs[index] ?? null
}

export default defineSetup({
  config: {
    smaller: range({
      label: 'Starting weights: σ of He divided by',
      min: 1,
      max: 6,
      default: 4,
      scale: 'log',
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.001,
      max: 0.2,
      default: 0.03,
      scale: 'log',
      live: true,
    }),
    epochs: range({ label: 'Length', min: 50, max: 500, step: 10, default: 70, unit: 'epochs' }),
  },
  variants: { network: { label: 'loss' } },
  metrics: {
    loss: { label: 'loss', scale: 'log', domain: [0.001, 1] },
    accuracy: { label: 'test points right', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  clock: ({ epochs }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${points} points)`,
    start: 0,
    end: epochs,
  }),
  steps: ({ epochs }) => (epochs * points) / batchSize,
  measureEvery: () => points / batchSize,
  film: {
    metric: 'loss',
    moments: ({ epochs }) => [0, 20, 32, 36, 40, epochs].map((epoch) => (epoch * points) / batchSize),
    words(epochs, values) {
      const left = leaves(epochs, values)
      return left === null
        ? [{ at: 0, words: 'It looks stuck.' }]
        : [
            { at: 0, words: `For ${Math.round(left)} epochs it looks stuck.` },
            { at: left, words: 'Then it isn’t.' },
          ]
    },
  },
  seeds: 1,
  pace: 90,
})
