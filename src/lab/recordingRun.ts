/** Plays a recording back as a run, so that the panels of a live figure show it without computing anything. */
import { backendNames } from './engine.ts'
import { lastAtMost } from './history.ts'
import type { Update, VariantUpdate } from './protocol.ts'
import { decodeRecording, misfit, type RecordedVariant, type Recording } from './recording.ts'
import { historyOf } from './history.ts'
import { createRunLog, type RunLog } from './runLog.ts'
import type { Run, RunState } from './runState.ts'
import type { ConfigOf, Setup, VariantOf } from './setup.ts'
import { createBell } from './signals.ts'

export interface RecordedRunOptions<S, View> {
  setup: S
  recording: Recording
  /**
   * Told when the reader asks for what a recording cannot do (other settings, a fork, own digits): `wish` does it on
   * the live run that takes over. Without this such a wish is answered with a sentence.
   */
  leave?: (wish: (live: Run<S, View>) => void) => void
  /** The step from which it is played the first time. */
  from?: number
}

/** Milliseconds: as in a live run; and between two looks at the clock. */
const [stateEvery, frameEvery, tickEvery] = [250, 70, 33]
/** Seconds that a whole recording takes at the fastest speed. */
const fastest = 2

const noChange = 'This plays a recording, whose settings are as published. Leave it to change them.'

/** What is new of a variant at steps after `from` up to `to`. */
function newsOf(variant: RecordedVariant, seeds: number, from: number, to: number): VariantUpdate {
  const [first, end] = [lastAtMost(variant.steps, from) + 1, lastAtMost(variant.steps, to) + 1]
  const rows = Object.values(variant.metrics)
  const values = Array.from({ length: end - first }, (_, i) => rows.flatMap((row) => row[first + i]!)).flat()
  const view = variant.views.findLast(({ step }) => step <= to)
  return {
    steps: Float64Array.from(variant.steps.slice(first, end)),
    epochs: Float64Array.from(variant.epochs.slice(first, end)),
    values: Float64Array.from(values),
    diverged: Array.from({ length: seeds }, (_, seed) => {
      const at = variant.diverged[seed] ?? null
      return at !== null && at <= to ? at : null
    }),
    inspections: [],
    ...(view && view.step > from && { view }),
  }
}

/** Where the clock stands after `step` steps: on a line between two measurements of the variant that went furthest. */
function epochAt({ variants }: Recording, step: number): number {
  const [longest] = Object.values(variants).toSorted((a, b) => b.steps.length - a.steps.length)
  const { steps, epochs } = longest!
  const before = Math.max(0, lastAtMost(steps, step))
  const after = Math.min(before + 1, steps.length - 1)
  const part = after > before ? (step - steps[before]!) / (steps[after]! - steps[before]!) : 0
  return epochs[before]! + part * (epochs[after]! - epochs[before]!)
}

/** @throws if the recording is of other settings than the figure's, with what to do. */
export function createRecordedRun<S extends Setup, View = unknown>(
  options: RecordedRunOptions<S, View>,
): Run<S, View> {
  const { setup, recording, leave } = options
  let { from = 0 } = options
  const wrong = misfit(recording, setup)
  if (wrong !== null) throw new Error(wrong)
  const { seeds, backend } = recording
  const config = recording.config as ConfigOf<S>
  const variants = Object.keys(recording.variants) as VariantOf<S>[]
  const bells = { state: createBell(), frame: createBell() }
  const blank = (): RunLog<View> =>
    createRunLog<View>(setup, { variants, seeds, start: setup.clock(config).start })
  let log = blank()
  let timer: ReturnType<typeof setTimeout> | undefined
  const position = () => ({ reach: log.reach, now: log.now, diverged: log.diverged })
  let state: RunState<S> = {
    status: 'idle',
    config,
    initialConfig: config,
    changes: [],
    forkedAt: null,
    destination: null,
    notice: `This plays a recording of ${seeds.length} seeds, made with ${backendNames[backend]}.`,
    unanswered: false,
    images: null,
    variants,
    seeds,
    corrections: [],
    backend,
    backendChoice: backend,
    backendReport: [],
    stepsPerSecond: null,
    speed: setup.pace ?? 'all',
    ...position(),
    error: null,
  }

  function set(news: Partial<RunState<S>>, every = 0): void {
    state = { ...state, ...news }
    bells.state.ring(every)
  }

  /** -1 before the start is shown. */
  let played = -1

  /** Shows everything up to `step`. */
  function playTo(step: number): void {
    const done = step >= recording.steps
    const news = Object.entries(recording.variants).map(
      ([name, variant]) => [name, newsOf(variant, seeds.length, played, step)] as const,
    )
    const update: Update = {
      status: done ? 'done' : 'running',
      step,
      epoch: epochAt(recording, step),
      stepsPerSecond: null,
      variants: Object.fromEntries(news),
    }
    log.append(update)
    played = step
    set(
      { ...position(), ...(done && step > 0 && { status: 'done', stepsPerSecond: null }) },
      done ? 0 : stateEvery,
    )
    bells.frame.ring(done ? 0 : frameEvery)
  }

  const start = () => {
    if (played < 0) playTo(Math.max(0, Math.min(from, recording.steps - 1)))
    from = 0
  }
  const rate = () => (state.speed === 'all' ? recording.steps / fastest : state.speed)

  function play(): void {
    let last = performance.now()
    let at = Math.max(0, played)
    const tick = () => {
      const now = performance.now()
      at = Math.min(recording.steps, at + (rate() * (now - last)) / 1000)
      last = now
      if (Math.floor(at) > played) playTo(Math.floor(at))
      if (state.status === 'running') timer = setTimeout(tick, tickEvery)
    }
    timer = setTimeout(tick, tickEvery)
  }

  /** The panels show where it stands, and it stands still. */
  function follow(): void {
    clearTimeout(timer)
    log.seek(null)
    start()
    set(position())
    bells.frame.ringNow()
  }

  function back(): void {
    clearTimeout(timer)
    log = blank()
    played = -1
    start()
    set({ ...position(), status: 'idle', corrections: [], stepsPerSecond: null })
    bells.frame.ringNow()
  }

  const hand = (wish: (live: Run<S, View>) => void) => {
    if (leave) leave(wish)
    else set({ corrections: [noChange] })
  }

  return {
    setup,
    subscribe: (listener) => bells.state.listen(listener),
    getState: () => state,
    onFrame: (listener) => bells.frame.listen(listener),
    history: historyOf(() => log.history),
    ghost: null,
    inspections: () => [],
    view: (variant, step) => log.view(variant, step),
    prepare: start,
    warmUp: () => undefined,
    run() {
      if (state.status === 'running') return
      if (state.status === 'done') back()
      follow()
      set({ status: 'running', stepsPerSecond: rate() })
      play()
    },
    pause() {
      if (state.status !== 'running') return
      clearTimeout(timer)
      set({ status: 'paused', stepsPerSecond: null })
    },
    step() {
      if (state.status === 'done') return
      follow()
      set({ status: 'paused', stepsPerSecond: null })
      playTo(played + 1)
    },
    reset: back,
    configure: (change) => hand((live) => live.configure(change)),
    change: (values) => hand((live) => live.change(values)),
    fork: () => hand((live) => live.fork()),
    setImages: (images) => hand((live) => live.setImages(images)),
    predict: () => Promise.resolve(null),
    setSpeed(wanted) {
      set({ speed: wanted === 'all' || !(wanted > 0 && Number.isFinite(wanted)) ? 'all' : wanted })
      if (state.status === 'running') set({ stepsPerSecond: rate() })
    },
    setWantsViews: () => undefined,
    revive: () => undefined,
    seek(epoch) {
      log.seek(epoch)
      set(position(), state.status === 'running' ? stateEvery : 0)
      bells.frame.ringNow()
    },
    dispose() {
      clearTimeout(timer)
      bells.state.hush()
      bells.frame.hush()
      if (state.status === 'running') state = { ...state, status: 'paused', stepsPerSecond: null }
    },
  }
}

/**
 * The same from the text of a recording's file, for who has only that.
 * @throws also if the text is not a recording.
 */
export const playRecording = <S extends Setup, View = unknown>(
  text: string,
  options: Omit<RecordedRunOptions<S, View>, 'recording'>,
): Run<S, View> => createRecordedRun({ ...options, recording: decodeRecording(text) })
