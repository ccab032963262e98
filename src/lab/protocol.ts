/** What the page and the worker say to each other: plain data, safe for structured clone. Types only. */
import type { Backend } from './engine.ts'

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
}

/** What is new of one variant since the update before. */
export interface VariantUpdate {
  steps: Float64Array
  epochs: Float64Array
  /** [measurement][metric][seed], metrics in the setup's order; NaN once a seed has diverged. */
  values: Float64Array
  /** For each seed the step at which it diverged, or null. */
  diverged: readonly (number | null)[]
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
}

/** Not usable when this device cannot use the backend, and why; everything else that goes wrong rejects. */
export interface OpenResult {
  usable: boolean
  why?: string
}

/** `stepsPerSecond` is null where a backend cannot be used. `why` says so, or what the number leaves out. */
export type BackendReport = { backend: Backend; stepsPerSecond: number | null; why?: string }[]

/** The page's end of all its runs. */
export interface HostPage {
  /** Resolves when the page has taken the update in; until then the run posts no other and then waits. */
  update(id: string, update: Update): Promise<void> | void
  /** The run was paused because another one started. */
  interrupted(id: string): void
  /** The run ended with an error; the sentence is for the reader. */
  failed(id: string, sentence: string): void
}

/** The worker's end. Every method rejects with a sentence. */
export interface Host {
  /** Must come first: where updates go. */
  connect(page: HostPage): void
  /** Prepares the generators; resolves when the page has taken in step 0. */
  open(request: OpenRequest): Promise<OpenResult>
  /** Trains until the end or until told otherwise; pauses any other run. Resolves once under way. */
  run(id: string): Promise<void>
  /** Resolves when the run stands still and its last update is posted. */
  pause(id: string): Promise<void>
  /** One weight update in every variant, measured; resolves when the page has taken it in. */
  step(id: string): Promise<void>
  /** Frees everything of the run. Nothing more is posted for it. */
  close(id: string): Promise<void>
  setSpeed(id: string, speed: number | 'all'): void
  /** Whether updates of a run under way bring pictures. */
  setWantsViews(id: string, wants: boolean): void
  /** Steps per second of this very experiment on each backend, fastest first, then those that cannot be used. */
  measureBackends(request: Omit<OpenRequest, 'id' | 'backend'>): Promise<BackendReport>
  /** Live tensors in the worker. */
  tensors(): number
}
