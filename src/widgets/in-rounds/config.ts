import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be; without a change all of them are used. */
export const mostImages = 1000
export const testImages = 500
export const size = 12
export const hidden = [100, 100] as const
export const batchSize = 50
/** Weights this large or larger are counted in the end bins. */
export const limit = 0.4

/** The share that is cut after so many rounds, each of which takes `cut` percent of what is left. */
export const sparsityAfter = (rounds: number, cut: number): number => 1 - (1 - cut / 100) ** rounds

export default defineSetup({
  config: {
    rounds: range({ label: 'Rounds', min: 2, max: 20, step: 1, default: 14 }),
    cut: range({ label: 'A round cuts', min: 10, max: 50, step: 5, default: 20, unit: '% of what is left' }),
    perRound: range({
      label: 'Training in a round',
      min: 10,
      max: 60,
      step: 10,
      default: 30,
      unit: 'updates',
    }),
    training: range({ label: 'Training before', min: 50, max: 800, step: 50, default: 400, unit: 'updates' }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.01,
      default: 0.002,
      scale: 'log',
      live: true,
    }),
    images: range({ label: 'Training images', min: 200, max: mostImages, step: 100, default: mostImages }),
  },
  variants: {
    atOnce: { label: 'at once', note: '|w|' },
    inRounds: { label: 'in rounds', note: '|w|' },
    randomRounds: { label: 'random rounds', note: 'by lot' },
  },
  metrics: {
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    sparsity: { label: 'sparsity', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Seven rounds', values: { rounds: 7 } },
    { label: 'Four rounds of half', values: { rounds: 4, cut: 50, perRound: 60 } },
  ],
  clock: ({ training, rounds, perRound }) => ({
    name: 'step',
    label: `step (${batchSize} images); the first cut is at ${training}`,
    start: 0,
    end: training + rounds * perRound,
  }),
  steps: ({ training, rounds, perRound }) => training + rounds * perRound,
  measureEvery: () => 5,
  seeds: 5,
  pace: 90,
})

/** After which updates how much of the network is cut, in all. */
export function cutsOf(
  { training, rounds, perRound, cut }: Readonly<Record<'training' | 'rounds' | 'perRound' | 'cut', number>>,
  variant: 'atOnce' | 'inRounds' | 'randomRounds',
): { step: number; sparsity: number }[] {
  if (variant === 'atOnce') return [{ step: training, sparsity: sparsityAfter(rounds, cut) }]
  return Array.from({ length: rounds }, (_, round) => ({
    step: training + round * perRound,
    sparsity: sparsityAfter(round + 1, cut),
  }))
}
