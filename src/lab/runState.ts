/** What a page sees of a run. Implemented by `run.ts` (live); a recording will implement the same. */
import type { Backend } from './engine.ts'
import type { Config } from './config.ts'
import type { ConfigOf, Setup, VariantOf } from './setup.ts'

/** Equal to the figure's `data-state`. */
export type RunStatus = 'idle' | 'loading' | 'running' | 'paused' | 'done' | 'failed'

/** The measurements so far of all variants. Append-only: what was returned once never changes. */
export interface History {
  /** Number of measurements of a variant. */
  length(variant: string): number
  /** Positions on the clock, ascending in time. Length `length(variant)`. */
  epochs(variant: string): ArrayLike<number>
  steps(variant: string): ArrayLike<number>
  /** One seed's values. */
  values(variant: string, metric: string, seed: number): ArrayLike<number>
  /** Over the seeds that have not diverged, at each measurement: median, least, greatest (NaN where none is left). */
  median(variant: string, metric: string): ArrayLike<number>
  low(variant: string, metric: string): ArrayLike<number>
  high(variant: string, metric: string): ArrayLike<number>
  /** Index of the last measurement at or before step `step`; -1 if there is none. */
  indexAt(variant: string, step: number): number
}

export interface RunState<S = Setup<Config>> {
  status: RunStatus
  config: ConfigOf<S>
  /** The variants and seeds that this run trains. */
  variants: readonly VariantOf<S>[]
  seeds: readonly number[]
  /** Sentences about values of a link that had to be corrected; empty otherwise. */
  corrections: readonly string[]
  /** What runs the arithmetic; null until it was chosen. */
  backend: Backend | null
  /** What the reader asked for. */
  backendChoice: Backend | 'auto'
  /** Steps per second of each backend that was measured, fastest first; `why` the others cannot be used, or were not timed in full. */
  backendReport: readonly { backend: Backend; stepsPerSecond: number | null; why?: string }[]
  /** Weight updates per second and variant, averaged over the last second; null unless running. */
  stepsPerSecond: number | null
  /** How far training has come. */
  reach: { step: number; epoch: number }
  /** The moment that all panels show: `reach` unless the reader scrubbed back. */
  now: { step: number; epoch: number }
  /** For each variant the step at which each seed diverged, or null. */
  diverged: Readonly<Record<string, readonly (number | null)[]>>
  /** One sentence for the reader when status is `failed`. */
  error: string | null
}

export interface Run<S = Setup<Config>, View = unknown> {
  setup: S
  /** Told when anything but the stream changes, at most 4 times a second while training. For React. */
  subscribe(listener: () => void): () => void
  /** The same object until something changed. */
  getState(): RunState<S>
  /** Told at each repaint: new measurements, new views or a scrub; at most 15 times a second. For layers that draw by themselves. */
  onFrame(listener: () => void): () => void
  history: History
  /** The view of a variant at `now` (the newest at or before it), if any has arrived. */
  view(variant: string): View | undefined
  /** Computes step 0 so that panels show the start; the status stays `idle`. Does nothing twice. */
  prepare(): void
  run(): void
  pause(): void
  /** One weight update in every variant, measured, then paused. */
  step(): void
  /** Back to step 0, same settings. */
  reset(): void
  /** Changes settings and resets. Values are corrected as a link's are. */
  configure(change: {
    config?: Partial<ConfigOf<S>>
    seeds?: readonly number[]
    variants?: readonly VariantOf<S>[]
    backend?: Backend | 'auto'
  }): void
  /** Updates a second: `all` as fast as it goes, or at most this many steps a second. */
  setSpeed(speed: number | 'all'): void
  /** Whether training brings pictures: false while the figure is off screen. Pause, Step and the end always do. */
  setWantsViews(wants: boolean): void
  /** Shows the moment nearest to `epoch`; null follows training again. */
  seek(epoch: number | null): void
  dispose(): void
}
