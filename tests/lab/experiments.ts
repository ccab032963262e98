/** Small experiments without a network: what they compute is known in advance. */
import { choice, range } from '../../src/lab/config.ts'
import { defineExperiment, type Experiment } from '../../src/lab/experiment.ts'
import { defineSetup } from '../../src/lab/setup.ts'

export const setup = defineSetup({
  config: {
    steps: range({ label: 'Steps', min: 1, max: 1_000_000, step: 1, default: 40 }),
    rate: range({ label: 'Learning rate', min: 0.001, max: 1, scale: 'log', default: 0.1 }),
    shape: choice({ label: 'Shape', options: ['round', 'square'], default: 'round' }),
  },
  variants: { slow: { label: 'Slow' }, fast: { label: 'Fast' } },
  metrics: {
    loss: { label: 'loss', scale: 'log', domain: [0.01, 1] },
    accuracy: { label: 'accuracy', scale: 'linear', domain: [0, 1] },
  },
  clock: ({ steps }) => ({ name: 'epoch', label: 'epoch', start: 0, end: steps / 10 }),
  steps: ({ steps }) => steps,
  measureEvery: () => 5,
  seeds: 3,
})

/** What goes on inside the worker's side, for tests that look there. */
export interface Ledger {
  /** Variant names in the order of their steps. */
  order: string[]
  /** Generators that have begun and not ended. */
  live: number
  steps: number
  measured: number
  views: number
}

interface Behaviour {
  /** Called in each step; may wait or throw. */
  during?: (step: number, variant: string) => Promise<void> | void
  /** The loss of one seed at one step. */
  loss?: (step: number, seed: number, variant: string) => number
  steps?: number
}

export const lossOf = (step: number, seed: number, variant: string) =>
  (variant === 'fast' ? 0.5 : 1) / (1 + step + seed)

export function createExperiment(behaviour: Behaviour = {}): { experiment: Experiment; ledger: Ledger } {
  const ledger: Ledger = { order: [], live: 0, steps: 0, measured: 0, views: 0 }
  const loss = behaviour.loss ?? lossOf
  const experiment = defineExperiment({
    setup,
    async *train({ config, variant, seeds }) {
      ledger.live++
      try {
        for (let step = 0; step <= (behaviour.steps ?? config.steps); step++) {
          if (step > 0) ledger.steps++
          await behaviour.during?.(step, variant)
          ledger.order.push(`${variant} ${step}`)
          yield {
            step,
            epoch: step / 10,
            async measure() {
              ledger.measured++
              return {
                loss: seeds.map((seed) => loss(step, seed, variant)),
                accuracy: Float32Array.from(seeds, () => step / 100),
              }
            },
            async view() {
              ledger.views++
              return { step, variant, grid: Float32Array.of(step, config.rate) }
            },
          }
        }
      } finally {
        ledger.live--
      }
    },
  })
  return { experiment, ledger }
}
