/** What the page and the worker say to each other: plain data, safe for structured clone. Types only. */
import type { Change } from './changes.ts'
import type { Backend } from './engine.ts'
import type { Checkpoint } from './experiment.ts'
import type { Images } from './images.ts'
import type { Inspection } from './inspection.ts'

/** One run of a figure as the worker is asked for it; the values have been made valid by the page. */
export interface OpenRequest {
  /** Names this run in all later calls. Never used twice. */
  id: string
  /** Folder of the widget. */
  widget: string
  config: Readonly<Record<string, unknown>>
  variants: readonly string[]
  seeds: readonly number[]
  backend: Backend
  /** Live fields that change on the way, as they did when the run was made. */
  changes?: readonly Change[]
  /** Where to go on from; step 0 when absent. */
  from?: RunCheckpoint | undefined
  /** The reader's own digits. */
  images?: Images | undefined
}

/** A moment of a whole run, from which it can go on in another worker. */
export interface RunCheckpoint {
  step: number
  epoch: number
  variants: Readonly<Record<string, SavedVariant>>
}

/** The checkpoint is null where all seeds had diverged. */
export interface SavedVariant {
  checkpoint: Checkpoint | null
  diverged: readonly (number | null)[]
}

/** What is new of one variant since the update before. */
export interface VariantUpdate {
  steps: Float64Array
  epochs: Float64Array
  /** [measurement][metric][seed], metrics in the setup's order; NaN once a seed has diverged. */
  values: Float64Array
  /** For each seed the step at which it diverged, or null. */
  diverged: readonly (number | null)[]
  /** What the layers did, after 0, 1, 2, 4, 8, ... steps and at the end. */
  inspections: readonly { step: number; inspection: Inspection }[]
  /** The newest picture, if one was asked for. */
  view?: { step: number; view: unknown }
}

export interface Update {
  /** Where the run stands when this was posted. */
  status: 'ready' | 'running' | 'paused' | 'done'
  step: number
  epoch: number
  /** Steps of every variant in a second, averaged over the last second; null unless running. */
  stepsPerSecond: number | null
  variants: Readonly<Record<string, VariantUpdate>>
  /** From time to time, where the experiment can be gone on with. */
  checkpoint?: RunCheckpoint
}

/** Not usable when this device cannot use the backend, and why; everything else that goes wrong rejects. */
export interface OpenResult {
  usable: boolean
  why?: string
  /** The device was there and is gone, or is out of memory: a fresh worker may have it again. */
  lost?: boolean
}

/**
 * `stepsPerSecond` is null where a backend cannot be used, or was not timed (`untimed`: it can be chosen all the same).
 * `why` says so, or what the number leaves out.
 */
export type BackendReport = {
  backend: Backend
  stepsPerSecond: number | null
  why?: string
  untimed?: true
}[]

/** The page's end of all its runs. */
export interface HostPage {
  /** Resolves when the page has taken the update in; until then the run posts no other and then waits. */
  update(id: string, update: Update): Promise<void> | void
  /** The run was paused because another one started. */
  interrupted(id: string): void
  /**
   * The run ended with an error; the sentence is for the reader. `device` when the experiment is not to blame:
   * memory ran out or the graphics device was lost, and another start may go well.
   */
  failed(id: string, sentence: string, device: boolean): void
}

/** The worker's end. Every method rejects with a sentence. */
export interface Host {
  /**
   * Must come first: where updates go. Resolves to the name of a lock that is held as long as the worker lives;
   * null where there are no locks.
   */
  connect(page: HostPage): Promise<string | null>
  /** Prepares the generators; resolves when the page has taken in step 0. */
  open(request: OpenRequest): Promise<OpenResult>
  /** Trains until the end or until told otherwise; pauses any other run. Resolves once under way. */
  run(id: string): Promise<void>
  /** Trains to step `step` as fast as it goes; resolves when the run stands still, to whether it got there. */
  goTo(id: string, step: number): Promise<boolean>
  /** Changes live fields, at step `notBefore` or later; resolves to the step after which they hold. */
  change(id: string, values: Change['values'], notBefore: number): number
  /** Class probabilities by variant, of the first seed's networks as they stand. */
  predict(id: string, x: Float32Array, rows: number): Promise<Record<string, Float32Array>>
  /** Resolves when the run stands still and its last update is posted. */
  pause(id: string): Promise<void>
  /** One weight update in every variant, measured; resolves when the page has taken it in. */
  step(id: string): Promise<void>
  /** Frees everything of the run. Nothing more is posted for it. */
  close(id: string): Promise<void>
  setSpeed(id: string, speed: number | 'all'): void
  /** Whether updates of a run under way bring pictures. */
  setWantsViews(id: string, wants: boolean): void
  /**
   * Steps per second of this very experiment on each backend, fastest first, then those that cannot be used.
   * @param ahead before anybody asked for training: never while a run trains, and it ends when the page asks it to
   * give way. Resolves to an empty report then.
   */
  measureBackends(request: Omit<OpenRequest, 'id' | 'backend'>, ahead?: boolean): Promise<BackendReport>
  /**
   * What the first step of this run would wait for, ahead, as above: looks at the layers as they start, and makes two
   * steps of each variant that nobody sees, so that what must be compiled is compiled.
   */
  warmUp(id: string): Promise<void>
  /** Ends what is done ahead: the reader has asked for something. */
  giveWay(): void
  /** Answers as soon as the worker can hear. */
  ping(): void
  /** Live tensors in the worker. */
  tensors(): number
}
