/** One window of four activations, pooled again and again. Nothing is learned: the clock counts draws. */
import { defineExperiment } from '../../lab/experiment.ts'
import type { ConfigOf } from '../../lab/setup.ts'
import { random } from '../../nn/random.ts'
import { chances, drawn, weightedMean } from '../../nn/stochasticWindow.ts'
import setup from './config.ts'

export interface View {
  activations: Float32Array
  /** Of the first seed: the part that each activation has in the mean so far; 0 for all where nothing was drawn. */
  shares: Float32Array
  /** The probability of each to be drawn. */
  chances: Float32Array
}

const activationsOf = ({ first, second, third, fourth }: ConfigOf<typeof setup>) => [
  first,
  second,
  third,
  fourth,
]

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, from }) {
    const activations = activationsOf(config)
    const generators = seeds.map((seed) => random(seed).split('draws'))
    /** For each seed, how often each activation was drawn. */
    const counts = seeds.map((_, i) => from?.tensors[i]?.slice() ?? new Float32Array(activations.length))
    const largest = activations.indexOf(Math.max(...activations))

    const draw = (step: number) =>
      generators.forEach((generator, i) => {
        const which = drawn(activations, generator.split(`draw ${step}`).uniform())
        if (which >= 0) counts[i]![which]! += 1
      })
    /** The parts that the activations have in what was handed on up to a step, by one seed. */
    const sharesOf = (seed: number, step: number): number[] => {
      if (variant === 'drawn') return Array.from(counts[seed]!, (count) => count / (step + 1))
      if (variant === 'inUse') return chances(activations)
      return activations.map((_, i) => {
        if (variant === 'average') return 1 / activations.length
        return i === largest ? 1 : 0
      })
    }
    const meanOf = (seed: number, step: number) => {
      if (variant === 'inUse') return weightedMean(activations)
      return sharesOf(seed, step).reduce((total, share, i) => total + share * activations[i]!, 0)
    }
    const frame = (step: number) => ({
      step,
      epoch: step + 1,
      measure: async () => ({ mean: seeds.map((_, seed) => meanOf(seed, step)) }),
      view: async (): Promise<View> => ({
        activations: Float32Array.from(activations),
        shares: Float32Array.from(sharesOf(0, step)),
        chances: Float32Array.from(chances(activations)),
      }),
      save: async () => ({ step, tensors: counts.map((count) => count.slice()) }),
    })

    let step = from?.step ?? 0
    if (!from) draw(0)
    for (;;) {
      const asked = yield frame(step)
      if (step >= setup.steps(config)) return
      const until = Math.min(setup.steps(config), step + (asked ?? 1))
      while (step < until) draw(++step)
    }
  },
})
