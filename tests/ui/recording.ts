/** A finished run made from numbers, for tests of what figures say about runs. */
import { defaults, range } from '../../src/lab/config.ts'
import { createHistory } from '../../src/lab/history.ts'
import type { Run, RunState } from '../../src/lab/runState.ts'
import { defineSetup } from '../../src/lab/setup.ts'

export const setup = defineSetup({
  config: {
    learningRate: range({
      label: 'learning rate',
      min: 0.001,
      max: 10,
      default: 0.1,
      scale: 'log',
      live: true,
    }),
  },
  variants: { small: { label: 'Small' }, he: { label: 'He', note: 'σ² = 2/n' } },
  metrics: {
    loss: { label: 'loss', scale: 'log', domain: [0.001, 10] },
    accuracy: { label: 'accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  clock: () => ({ name: 'epoch', label: 'epoch (one pass over 10 points)', start: 0, end: 100 }),
  steps: () => 100,
  measureEvery: () => 10,
})

const still = () => undefined
const never = () => still

/** Per variant one list per measurement of [loss, accuracy] for each of two seeds: [[loss0, loss1], [acc0, acc1]]. */
export type Numbers = Record<'small' | 'he', readonly (readonly [readonly number[], readonly number[]])[]>

export function recording(numbers: Numbers, news: Partial<RunState> = {}): Run {
  const seeds = [0, 1]
  const history = createHistory({ variants: ['small', 'he'], metrics: ['loss', 'accuracy'], seeds })
  let last = 0
  for (const variant of ['small', 'he'] as const)
    numbers[variant].forEach(([loss, accuracy], i) => {
      history.append(variant, { steps: [i * 10], epochs: [i * 10], values: [...loss, ...accuracy] })
      last = Math.max(last, i * 10)
    })
  const reach = { step: last, epoch: last }
  const state: RunState = {
    status: 'paused',
    config: defaults(setup.config),
    initialConfig: defaults(setup.config),
    changes: [],
    forkedAt: null,
    destination: null,
    notice: null,
    unanswered: false,
    images: null,
    variants: ['small', 'he'],
    seeds,
    corrections: [],
    backend: 'wasm',
    backendChoice: 'auto',
    backendReport: [],
    stepsPerSecond: null,
    speed: 'all',
    reach,
    now: reach,
    diverged: { small: [null, null], he: [null, null] },
    error: null,
    ...news,
  }
  return {
    setup,
    subscribe: never,
    getState: () => state,
    onFrame: never,
    history,
    ghost: null,
    inspections: () => [],
    view: still,
    prepare: still,
    warmUp: still,
    run: still,
    pause: still,
    step: still,
    reset: still,
    configure: still,
    change: still,
    fork: still,
    setImages: still,
    predict: () => Promise.resolve(null),
    setSpeed: still,
    setWantsViews: still,
    revive: still,
    seek: still,
    dispose: still,
  }
}

export const learning: Numbers = {
  small: [
    [
      [0.7, 0.7],
      [0.5, 0.5],
    ],
    [
      [0.6, 0.5],
      [0.6, 0.8],
    ],
    [
      [0.4, 0.3],
      [0.7, 0.9],
    ],
  ],
  he: [
    [
      [0.7, 0.7],
      [0.5, 0.5],
    ],
    [
      [0.1, 0.1],
      [0.96, 0.98],
    ],
    [
      [0.01, 0.02],
      [1, 0.99],
    ],
  ],
}
