/**
 * The page's store of a live run: idle -> loading -> running <-> paused -> done | failed.
 * It holds what the reader asked for and what has come from the worker; `attempt.ts` talks to the worker.
 */
import { createAttempts, type Attempts } from './attempt.ts'
import { createBackendMemory, type StorageLike } from './backendMemory.ts'
import type { Client } from './client.ts'
import { parseSettings, type RawSettings, type Settings } from './parseSettings.ts'
import type { Update } from './protocol.ts'
import { createRunLog, type RunLog } from './runLog.ts'
import type { Run, RunState } from './runState.ts'
import type { Setup } from './setup.ts'
import { createBell } from './signals.ts'

export interface RunOptions<S> {
  /** Folder of the widget. */
  widget: string
  setup: S
  client: Client
  /** Where the choice of a backend is remembered; a function because naming `localStorage` may throw. */
  storage?: () => StorageLike
  /** Where it starts; the published figure when absent. */
  initial?: Opening<S>
}

/** Settings and corrections of a link, as `fromLink` gives them. */
export type Opening<S> = Partial<Settings<S>> & { corrections?: readonly string[] }

export interface LiveRun<S, View> extends Run<S, View> {
  /** Takes over the settings of a link, resets, and shows what was corrected. What is not named is as published. */
  adopt(opening: Opening<S>): void
}

/** Milliseconds: React hears at most 4 times a second of training, layers that draw 15 times; scrubbing is quicker. */
const [stateEvery, frameEvery, scrubEvery] = [250, 66, 66]
/** A slider that is being dragged would otherwise start a run at every move. */
const prepareAfter = 120

/** Does nothing until asked: safe to create on a server. May be used again after `dispose`. */
export function createRun<S extends Setup, View = unknown>(options: RunOptions<S>): LiveRun<S, View> {
  const { widget, setup, client, initial = {} } = options
  const bells = { state: createBell(), frame: createBell() }
  const first = parseSettings(setup, initial)
  const blank = ({
    config,
    variants,
    seeds,
  }: Pick<RunState<S>, 'config' | 'variants' | 'seeds'>): RunLog<View> =>
    createRunLog<View>(setup, { variants, seeds, start: setup.clock(config).start })
  let log = blank(first)
  let state: RunState<S> = {
    status: 'idle',
    config: first.config,
    variants: first.variants,
    seeds: first.seeds,
    corrections: [...(initial.corrections ?? []), ...first.corrections],
    backend: null,
    backendChoice: first.backend,
    backendReport: [],
    stepsPerSecond: null,
    reach: log.reach,
    now: log.now,
    diverged: log.diverged,
    error: null,
  }
  let prepared = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function set(news: Partial<RunState<S>>, every = 0): void {
    state = { ...state, ...news }
    bells.state.ring(every)
  }

  const position = () => ({ reach: log.reach, now: log.now, diverged: log.diverged })

  function take(update: Update): void {
    log.append(update)
    const done = update.status === 'done'
    set(
      {
        ...position(),
        stepsPerSecond: state.status === 'running' && !done ? update.stepsPerSecond : null,
        ...(done && { status: 'done' }),
      },
      done ? 0 : stateEvery,
    )
    bells.frame.ring(done ? 0 : frameEvery)
  }

  const attempts: Attempts = createAttempts({
    widget,
    client,
    memory: createBackendMemory(widget, options.storage),
    settings: () => ({
      config: state.config,
      variants: state.variants,
      seeds: state.seeds,
      backend: state.backendChoice,
    }),
    started(backend, backendReport) {
      log = blank(state)
      state = { ...state, backend, backendReport, error: null }
    },
    take,
    status: (status) => set({ status, stepsPerSecond: null }),
    failed: (error) => set({ status: 'failed', error, stepsPerSecond: null }),
  })
  if (setup.pace !== undefined) attempts.setSpeed(setup.pace)

  /** Step 0 of the same settings is known already: panels show it without waiting for the worker. */
  function back(keepStart: boolean): void {
    attempts.end(state.status === 'failed')
    log = keepStart ? log.restarted() : blank(state)
    set({ ...position(), status: 'idle', error: null, stepsPerSecond: null })
    bells.frame.ringNow()
    if (prepared) prepareSoon()
  }

  function change(raw: RawSettings, noted: readonly string[] = []): void {
    const { corrections, backend, ...settings } = parseSettings(setup, raw)
    state = {
      ...state,
      ...settings,
      backendChoice: backend,
      corrections: [...noted, ...corrections],
    }
    back(false)
  }

  /** Training is about to go on: the panels show where it is. */
  function follow(): void {
    clearTimeout(timer)
    log.seek(null)
    state = { ...state, ...position() }
    bells.frame.ringNow()
  }

  function prepareSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => attempts.prepare(), prepareAfter)
  }

  return {
    setup,
    subscribe: (listener) => bells.state.listen(listener),
    getState: () => state,
    onFrame: (listener) => bells.frame.listen(listener),
    history: {
      length: (variant) => log.history.length(variant),
      epochs: (variant) => log.history.epochs(variant),
      steps: (variant) => log.history.steps(variant),
      values: (variant, metric, seed) => log.history.values(variant, metric, seed),
      median: (variant, metric) => log.history.median(variant, metric),
      low: (variant, metric) => log.history.low(variant, metric),
      high: (variant, metric) => log.history.high(variant, metric),
      indexAt: (variant, step) => log.history.indexAt(variant, step),
    },
    view: (variant) => log.view(variant),
    prepare() {
      if (prepared) return
      prepared = true
      attempts.prepare()
    },
    run() {
      if (state.status === 'running' || state.status === 'loading') return
      if (state.status === 'done' || state.status === 'failed') back(true)
      follow()
      attempts.run()
    },
    pause() {
      if (state.status === 'running' || state.status === 'loading') attempts.pause()
    },
    step() {
      if (state.status === 'done' || state.status === 'failed') return
      follow()
      attempts.step()
    },
    reset: () => back(true),
    configure: ({ config, seeds, variants, backend }) =>
      change({
        config: { ...(state.config as object), ...(config as object) },
        seeds: seeds ?? state.seeds,
        variants: variants ?? state.variants,
        backend: backend ?? state.backendChoice,
      }),
    adopt: ({ corrections = [], ...settings }) => change(settings, corrections),
    setSpeed: (speed) => attempts.setSpeed(speed),
    setWantsViews: (wants) => attempts.setWantsViews(wants),
    seek(epoch) {
      log.seek(epoch)
      set(position(), state.status === 'running' ? stateEvery : scrubEvery)
      bells.frame.ringNow()
    },
    dispose() {
      clearTimeout(timer)
      prepared = false
      attempts.end(false)
      bells.state.hush()
      bells.frame.hush()
      if (state.status !== 'done' && state.status !== 'failed')
        state = { ...state, status: 'idle', stepsPerSecond: null }
    },
  }
}
