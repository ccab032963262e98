/**
 * The page's store of a live run: idle -> loading -> running <-> paused -> done | failed.
 * It holds what the reader asked for and what has come from the worker; `attempt.ts` talks to the worker.
 */
import { createAttempts, type Attempts } from './attempt.ts'
import { createBackendMemory, type StorageLike } from './backendMemory.ts'
import { changedAt, settingsAt } from './changes.ts'
import type { Client } from './client.ts'
import { liveValues } from './liveValues.ts'
import { parseSettings, type RawSettings } from './parseSettings.ts'
import { backendNames, type Backend } from './engine.ts'
import type { Update } from './protocol.ts'
import { historyOf } from './history.ts'
import { createRunLog, type RunLog } from './runLog.ts'
import { stateAtStart, type Opening } from './runStart.ts'
import type { Run, RunState } from './runState.ts'
import type { ConfigOf, Setup } from './setup.ts'
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

export interface LiveRun<S, View> extends Run<S, View> {
  /** Takes over the settings of a link, resets, and shows what was corrected. What is not named is as published. */
  adopt(opening: Opening<S>): void
}

/** Milliseconds: React hears at most 4 times a second of training, layers that draw 15 times; scrubbing is quicker. */
const [stateEvery, frameEvery, scrubEvery] = [250, 70, 70]
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
  const position = () => ({ reach: log.reach, now: log.now, diverged: log.diverged })
  let state = stateAtStart<S>(
    { ...first, corrections: [...(initial.corrections ?? []), ...first.corrections] },
    { ...position(), speed: setup.pace ?? 'all' },
  )
  let prepared = false
  /** Why the run is about to be computed again, until it is known on what. */
  let loss: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function set(news: Partial<RunState<S>>, every = 0): void {
    state = { ...state, ...news }
    bells.state.ring(every)
  }

  function take(update: Update): void {
    log.append(update)
    const done = update.status === 'done'
    const { destination } = state
    set(
      {
        ...position(),
        // Where every variant diverged before it, there is nothing to wait for.
        destination: !done && destination !== null && log.reach.step < destination ? destination : null,
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
      config: state.initialConfig,
      variants: state.variants,
      seeds: state.seeds,
      backend: state.backendChoice,
      changes: state.changes,
      images: state.images ?? undefined,
    }),
    reach: () => log.reach.step,
    checkpoint: (step) => log.checkpoint(step),
    training: () => state.status === 'running' || state.status === 'loading',
    started(backend, backendReport, resumed) {
      if (!resumed) log = blank(state)
      const notice = loss === null ? state.notice : wentOn(loss, backend)
      loss = null
      set({ backend, backendReport, error: null, notice })
    },
    recovering(sentence) {
      loss = sentence
    },
    measured: (backendReport) => set({ backendReport }),
    silent: (unanswered) => set({ unanswered }),
    take,
    status: (status) => set({ status, stepsPerSecond: null }),
    failed: (error) => set({ status: 'failed', error, stepsPerSecond: null }),
  })
  attempts.setSpeed(state.speed)

  const wentOn = (why: string, backend: Backend) => {
    const { name } = setup.clock(state.config)
    const at = Number(log.reach.epoch.toPrecision(3))
    return `${why} The run went on from ${name} ${at} with ${backendNames[backend]}; nothing was lost.`
  }

  /** Goes on from `log.now` in another way; `then` as it was. */
  function branch(values: Readonly<Record<string, number>>): void {
    const { now } = log
    const changes = changedAt(
      state.changes.filter(({ step }) => step <= now.step),
      now.step,
      values,
    )
    log = log.forked()
    const config = settingsAt(state.initialConfig as object, changes, Infinity) as ConfigOf<S>
    set({ changes, config, forkedAt: now, destination: null, ...position() })
    bells.frame.ringNow()
    clearTimeout(timer)
    attempts.goTo(now.step, 'run')
  }

  /** The step from which on they hold is known when the worker has heard of them. */
  function changeNow(values: Readonly<Record<string, number>>): void {
    set({ config: { ...(state.config as object), ...values } as ConfigOf<S> })
    const mine = log
    const note = (step: number) => {
      if (log === mine) set({ changes: changedAt(state.changes, step, values) })
      bells.frame.ringNow()
    }
    attempts.change(values, log.reach.step).then(
      (step) => note(step ?? log.reach.step),
      // The worker is gone; whatever replaces it is told where training stood.
      () => note(mine.reach.step),
    )
  }

  /**
   * Step 0 of the same settings is known already: panels show it without waiting for the worker.
   * A run that is on its way to a link's moment keeps what the link says of the way there.
   */
  function restart(keepStart: boolean): void {
    const planned = state.destination !== null
    attempts.end(state.status === 'failed')
    log = keepStart && state.changes.length === 0 ? log.restarted() : blank(state)
    loss = null
    set({
      ...position(),
      status: 'idle',
      error: null,
      notice: null,
      stepsPerSecond: null,
      initialConfig: planned ? state.initialConfig : state.config,
      changes: planned ? state.changes : [],
      forkedAt: null,
    })
    bells.frame.ringNow()
    if (prepared) prepareSoon()
  }

  function change(raw: RawSettings, noted: readonly string[] = []): void {
    const { corrections, backend, changes: _changes, at: _at, ...settings } = parseSettings(setup, raw)
    state = {
      ...state,
      ...settings,
      destination: null,
      backendChoice: backend,
      corrections: [...noted, ...corrections],
    }
    restart(false)
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
    history: historyOf(() => log.history),
    get ghost() {
      return log.ghost
    },
    inspections: (variant) => log.inspections(variant),
    view: (variant, step) => log.view(variant, step),
    prepare() {
      if (prepared) return
      prepared = true
      attempts.prepare()
    },
    warmUp: () => attempts.warmUp(),
    revive: () => attempts.revive(),
    run() {
      if (state.status === 'running' || state.status === 'loading') return
      if (state.status === 'done' || state.status === 'failed') restart(true)
      follow()
      // A run that a link describes goes to its moment first.
      const { destination } = state
      if (destination !== null && log.reach.step < destination) attempts.goTo(destination, 'pause')
      else attempts.run()
    },
    pause() {
      if (state.status === 'running' || state.status === 'loading') attempts.pause()
    },
    step() {
      if (state.status === 'done' || state.status === 'failed') return
      follow()
      attempts.step()
    },
    reset() {
      state = { ...state, destination: null }
      restart(true)
    },
    configure: ({ config, seeds, variants, backend }) =>
      change({
        config: { ...(state.config as object), ...(config as object) },
        seeds: seeds ?? state.seeds,
        variants: variants ?? state.variants,
        backend: backend ?? state.backendChoice,
      }),
    change(values) {
      const clean = liveValues(setup, state.config, values)
      const back = log.now.step < log.reach.step
      const over = state.status === 'done' || state.status === 'failed'
      if (back && state.status !== 'failed') branch(clean)
      else if (over || log.reach.step === 0) {
        const config = { ...(state.config as object), ...values }
        change({ ...state, config, backend: state.backendChoice })
      } else changeNow(clean)
    },
    fork() {
      if (log.now.step < log.reach.step && state.status !== 'failed') branch({})
    },
    setImages(images) {
      state = { ...state, images }
      restart(false)
      const { destination } = state
      if (destination !== null) attempts.goTo(destination, 'pause')
    },
    predict: (x, rows) => attempts.predict(x, rows),
    adopt({ corrections = [], ...settings }) {
      change(settings, corrections)
      const { changes, at } = parseSettings(setup, settings)
      const config = settingsAt(state.initialConfig as object, changes, Infinity) as ConfigOf<S>
      set({ changes, config, destination: at })
      if (at !== null) attempts.goTo(at, 'pause')
    },
    setSpeed(speed) {
      set({ speed })
      attempts.setSpeed(speed)
    },
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
