/** What a page sees of a run. Implemented by `run.ts` (live) and `recordingRun.ts`. */
import type { Change } from './changes.ts'
import type { Backend } from './engine.ts'
import type { Images } from './images.ts'
import type { Inspection } from './inspection.ts'
import type { Config } from './config.ts'
import type { BackendReport } from './protocol.ts'
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

/** A place on the clock, with the step that was made there. */
export interface Moment {
  step: number
  epoch: number
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
  backendReport: Readonly<BackendReport>
  /** Weight updates per second and variant, averaged over the last second; null unless running. */
  stepsPerSecond: number | null
  /** Steps a second that the reader chose: `all` as fast as it goes, otherwise at most as many. */
  speed: number | 'all'
  /** How far training has come. */
  reach: Moment
  /** The moment that all panels show: `reach` unless the reader scrubbed back. */
  now: Moment
  /** The settings of step 0; `config` holds those in force where training stands. */
  initialConfig: ConfigOf<S>
  /** Live fields that were changed on the way. */
  changes: readonly Change[]
  /** The step at which this run was forked from an earlier one, whose future is `Run.ghost`; null if it was not. */
  forkedAt: Moment | null
  /** The step that a link asked for, while it has not been reached; null otherwise. */
  destination: number | null
  /** One sentence on how a run that was lost went on; null if none was. */
  notice: string | null
  /** The worker has not answered for half a minute, though training is wanted: busy with one long step, or stuck. */
  unanswered: boolean
  /** The reader's own digits, which stay on this device; null for the book's. */
  images: Images | null
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
  /** What became of the run before it was forked; null if it was not. */
  readonly ghost: History | null
  /** What the layers of a variant did, after 0, 1, 2, 4, 8, ... steps and at the end. The same list as long as it only grows. */
  inspections(variant: string): readonly { step: number; inspection: Inspection }[]
  /** The view of a variant at `now`, or at `step` (the newest at or before it), if any has arrived. */
  view(variant: string, step?: number): View | undefined
  /** Computes step 0 so that panels show the start; the status stays `idle`. Does nothing twice. */
  prepare(): void
  /**
   * After `prepare`, when nobody is waiting: measures the backends if that is left open, and makes two steps
   * that nobody sees. Changes no numbers, and gives way to whatever the reader asks for.
   */
  warmUp(): void
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
  /**
   * Changes live fields from the moment shown on: training goes on with them. From a past moment the run is forked:
   * what had become of it is the ghost. At step 0 and after the end it is as `configure`.
   */
  change(values: Readonly<Record<string, number>>): void
  /** Goes on from the past moment shown with the same settings: what had become of the run is the ghost. */
  fork(): void
  /** Trains on the reader's own digits, or on the book's again; back to step 0. */
  setImages(images: Images | null): void
  /**
   * Class probabilities by variant, of the first seed's networks where training stands; null if there are none.
   * @param x `[rows, features]`, flat.
   */
  predict(x: Float32Array, rows: number): Promise<Record<string, Float32Array> | null>
  /** Updates a second: `all` as fast as it goes, or at most this many steps a second. */
  setSpeed(speed: number | 'all'): void
  /** Whether training brings pictures: false while the figure is off screen. Pause, Step and the end always do. */
  setWantsViews(wants: boolean): void
  /** Ends a worker that does not answer: training goes on from the last checkpoint in a fresh one. */
  revive(): void
  /** Shows the moment nearest to `epoch`; null follows training again. */
  seek(epoch: number | null): void
  dispose(): void
}
