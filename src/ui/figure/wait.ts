/**
 * A run that takes long on this device: how long, and its recording meanwhile. The recording plays by itself only
 * where the wait is longer than a minute, and once for each run; what the reader looks at is never taken away.
 * Loaded when a run has begun. No DOM.
 */
import type { Run, RunState } from '../../lab/runState.ts'
import { defaultSeeds } from '../../lab/parseSettings.ts'
import { durationWords, named, paceOf, type Progress } from './estimate.ts'
import { asPublished } from './question.ts'
import type { StripWords } from './strips.ts'

export interface WaitWords {
  strip: StripWords | null
  /** For the state line while the recording is shown and the run goes on behind it; null otherwise. */
  state: string | null
}

/** The wish to have the recording shown while the run goes on. */
export interface Meanwhile {
  /** The reader did not ask for it: one that cannot be loaded is not spoken of, and the button remains. */
  unasked: boolean
  /** To be asked when the recording has arrived: whether it is to be shown still. */
  still: () => boolean
}

export interface Wait {
  /** Told when the words change. */
  subscribe: (listener: () => void) => () => void
  /** The same object until they do. */
  read: () => WaitWords
  /** The reader asks for the recording that is offered. */
  play: () => void
  /** The recording is shown while the run goes on behind it, or no longer is. */
  shows: (recording: boolean) => void
  /** Listens to the run until the function that it returns is called. */
  watch: () => () => void
}

export interface WaitOptions {
  run: Run
  /** It may be shown without being asked for: it is not where every byte is paid for. */
  unasked: boolean
  /** Loads the recording of the published settings and shows it, and lets the run go on. */
  play: (meanwhile: Meanwhile) => void
  /** Milliseconds. */
  clock?: () => number
}

/** Seconds: a longer run has its recording played by itself. Milliseconds: words change at most this often. */
const [tooLong, every] = [60, 3000]

/** Steps come at most 4 times a second, and an estimate looks back on six. */
const mostHeard = 100

/** Where the run ends: at the step that a link asked for, if there is one. */
const end = (run: Run, { destination, initialConfig }: RunState) =>
  destination ?? run.setup.steps(initialConfig)

const percent = (run: Run, state: RunState) =>
  `${Math.floor((100 * state.reach.step) / run.setup.steps(state.initialConfig))}%`

/** "Your run is at 35%", "Your run is paused at 35%", "Your run is done". */
function stands(run: Run): string {
  const state = run.getState()
  const { status } = state
  if (status === 'done') return 'Your run is done'
  if (status === 'failed') return 'Your run has stopped'
  if (status === 'idle') return 'Your run has not started'
  return `Your run is ${status === 'paused' ? 'paused ' : ''}at ${percent(run, state)}`
}

const sameSeeds = (run: Run) => String(run.getState().seeds) === String(defaultSeeds(run.setup))

/** The stretch of a run between Run and the next pause, with what was heard of it. */
interface Stretch {
  heard: Progress[]
  speed: RunState['speed']
  destination: number | null
}

export function createWait({ run, unasked, play, clock = () => performance.now() }: WaitOptions): Wait {
  const listeners = new Set<() => void>()
  let stretch: Stretch | null = null
  let seconds: number | null = null
  let changed = -Infinity
  let behind = false
  /** The recording has been shown, or was to be, since the run was at step 0. */
  let played = false
  let words: WaitWords = { strip: null, state: null }

  const offers = () => run.getState().destination === null && asPublished(run) && sameSeeds(run)

  const looksOn = () => run.getState().now.step === run.getState().reach.step

  /** What the reader looks at is never taken away, not by a recording that comes late either. */
  function ask(unprompted: boolean): void {
    played = true
    play({
      unasked: unprompted,
      still: () => played && run.getState().status === 'running' && offers() && (!unprompted || looksOn()),
    })
  }

  function strip(): StripWords | null {
    const state = run.getState()
    const { status, seeds, variants, destination } = state
    const common = { id: 'wait', tone: 'note' as const }
    const running = status === 'running' || status === 'loading'
    if (behind)
      return {
        ...common,
        lead: running ? 'The recording is shown while your run goes on.' : `${stands(run)}.`,
        rest: running
          ? seconds === null
            ? ''
            : `On this device it takes about ${durationWords(seconds)}.`
          : 'What you see is the recording.',
        acts: [{ label: 'Show my run', act: { kind: 'meanwhile', shown: false } }],
      }
    if (seconds === null || !stretch) return null
    // The first steps may have been made before this was listened for.
    const part = stretch.heard[0]!.step > end(run, state) / 10 ? 'the rest of this run' : 'this run'
    const what = destination === null ? part : 'this'
    const fewer = [seeds.length > 1 && 'seeds', variants.length > 1 && 'variants'].filter(Boolean)
    return {
      ...common,
      lead: `On this device ${what} takes about ${durationWords(seconds)}.`,
      rest: offers()
        ? 'You can watch its recording meanwhile; the run goes on.'
        : fewer.length > 0
          ? `With fewer ${fewer.join(' or ')} it takes less.`
          : '',
      acts: offers()
        ? [{ label: 'Play the recording meanwhile', act: { kind: 'meanwhile', shown: true } }]
        : [],
    }
  }

  function tell(): void {
    const state = behind ? `Recording shown; ${stands(run).replace('Your', 'your')}` : null
    const next = { strip: strip(), state }
    if (JSON.stringify(next) === JSON.stringify(words)) return
    words = next
    for (const listener of listeners) listener()
  }

  /** Takes in where the run stands. */
  function hear(): void {
    const state = run.getState()
    const { step } = state.reach
    const [time, { speed, destination }] = [clock(), state]
    const before = stretch?.heard.at(-1)
    if (step === 0) played = false
    const same =
      stretch?.speed === speed && stretch.destination === destination && step >= (before?.step ?? 0)
    if (state.status === 'running' && stretch && same) {
      const { heard } = stretch
      if (step > before!.step) heard.push({ time, step })
      // What lies further back than an estimate looks; the start stays.
      if (heard.length > mostHeard) heard.splice(1, mostHeard / 2)
      return
    }
    stretch = state.status === 'running' ? { heard: [{ time, step }], speed, destination } : null
    seconds = null
  }

  function estimate(): void {
    const state = run.getState()
    const pace = stretch && paceOf(stretch.heard, end(run, state), stretch.speed)
    if (!pace || (seconds !== null && clock() - changed < every)) return
    const next = named(seconds, pace)
    if (next === seconds) return
    seconds = next
    changed = clock()
    if (seconds === null || seconds <= tooLong || played || behind || !unasked) return
    if (looksOn() && offers()) ask(true)
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: () => words,
    play: () => ask(false),
    shows(recording) {
      behind = recording
      played ||= recording
      tell()
    },
    watch() {
      hear()
      return run.subscribe(() => {
        hear()
        estimate()
        tell()
      })
    },
  }
}
