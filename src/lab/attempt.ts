/**
 * Carries a figure's wishes to the worker, one attempt after the other: its run is opened, goes on, pauses, makes a step
 * and ends, on the fastest backend that can be used. What was overtaken by a newer wish goes unheard.
 */
import { createBackendChoice } from './backendChoice.ts'
import type { BackendMemory } from './backendMemory.ts'
import type { Change } from './changes.ts'
import type { Client } from './client.ts'
import type { Backend } from './engine.ts'
import { createHeartbeat } from './heartbeat.ts'
import type { BackendReport, OpenRequest, RunCheckpoint } from './protocol.ts'
import { createRecovery } from './recovery.ts'
import { createRemoteRuns, type RemoteRun, type RemoteRunOptions } from './remoteRun.ts'
import type { RunStatus } from './runState.ts'

export interface AttemptOptions extends Pick<RemoteRunOptions, 'started' | 'take'> {
  widget: string
  client: Client
  memory: BackendMemory
  /** As they are now. */
  settings(): Pick<OpenRequest, 'config' | 'variants' | 'seeds' | 'changes' | 'images'> & {
    backend: Backend | 'auto'
  }
  /** The last step that has arrived, and the newest checkpoint at or before a step. */
  reach(): number
  checkpoint(step: number): RunCheckpoint | undefined
  /** Whether training was going on, or about to, as far as the reader knows. */
  training(): boolean
  /** How fast each backend was, for the first time. */
  measured(report: BackendReport): void
  status(status: RunStatus): void
  failed(sentence: string): void
  /** The run was lost, and is about to go on by itself; the sentence says why. */
  recovering(sentence: string): void
  /** The worker has not answered for half a minute, though training is wanted; or it answers again. */
  silent(silent: boolean): void
}

export interface Attempts {
  /** Computes step 0. Says nothing when it fails: Run tries again, and then says why. */
  prepare(): void
  /** Does ahead what Run would wait for; ends when the reader asks for something. Says nothing when it fails. */
  warmUp(): void
  run(): void
  pause(): void
  step(): void
  /** Computes up to `step` anew, from the newest checkpoint before it, and goes on or stands there. */
  goTo(step: number, next: 'run' | 'pause'): void
  /** Changes live fields of the run under way, at step `notBefore` or later; resolves to the step after which they hold, null if there is none. */
  change(values: Change['values'], notBefore: number): Promise<number | null>
  /** Class probabilities by variant; null if no network stands ready. */
  predict(x: Float32Array, rows: number): Promise<Record<string, Float32Array> | null>
  /** Lets go of the run in the worker; with `restart` of the worker too. */
  end(restart: boolean): void
  /** Ends a worker that does not answer. What trains goes on in a fresh one. */
  revive(): void
  setSpeed(speed: number | 'all'): void
  setWantsViews(wants: boolean): void
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))
const unheard = 'The part of this page that trains did not answer.'

/** A worker that is lost when all has arrived, before it could say so, is no failure. */
const untilDone = <T>(here: RemoteRun, answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error: unknown) => {
    if (!here.finished) throw error
    return undefined
  })

export function createAttempts(options: AttemptOptions): Attempts {
  const { widget, client, memory } = options
  let intent = 0
  /** Whether something is being compiled ahead of Run. */
  let warming = false

  /** Where a run that is computed anew shall get to, and what then. */
  let goal: { step: number; next: 'run' | 'pause' } | null = null
  const recovery = createRecovery()

  const request = () => {
    const { config, variants, seeds, changes = [], images } = options.settings()
    return { widget, config, variants, seeds, changes, images }
  }

  const choice = createBackendChoice({
    client,
    memory,
    request,
    wanted: () => options.settings().backend,
    measured: (report) => options.measured(report),
  })
  const heartbeat = createHeartbeat({
    expected: () => options.training(),
    ping: () => client.ping(),
    tell: (silent) => options.silent(silent),
  })

  const runs = createRemoteRuns({
    widget,
    client,
    memory,
    request,
    started: (...news) => options.started(...news),
    take: (update) => options.take(update),
    interrupted() {
      intent++
      goal = null
      options.status('paused')
    },
    lost(run, words, again) {
      if (again) recover(run, words)
      else fail(words)
    },
  })

  function fail(words: string): void {
    intent++
    options.failed(words)
  }

  /** Goes on from the last checkpoint, on the same backend unless that got no further the last time. */
  function recover(lost: RemoteRun, words: string): void {
    const { step, next } = goal ?? {
      step: options.reach(),
      next: options.training() ? ('run' as const) : ('pause' as const),
    }
    const order = recovery.next(lost.backend, options.reach(), choice.candidates())
    if (!order) return fail(words)
    options.recovering(words)
    goAgain(step, next, order)
  }

  /** The run that is there if it is on the wanted backend, otherwise a new one at step 0. */
  function seated(): Promise<RemoteRun> {
    const order = choice.candidates()
    const here = runs.now()
    if (!here || (!here.begun && here.wanted !== order[0])) runs.take(order)
    return runs.opened()
  }

  /** Quiet for a run that stood still: it stands again before anybody wants it to go on. */
  function goAgain(step: number, next: 'run' | 'pause', order?: readonly [Backend, ...Backend[]]): void {
    goal = { step, next }
    wish(async (current) => {
      if (next === 'run' || !order) options.status('loading')
      if (!order && choice.open()) {
        await choice.measure(false)
        if (!current()) return
      }
      runs.take(order ?? choice.candidates(), options.checkpoint(step), true)
      const here = await runs.opened()
      if (!current() || runs.now() !== here) return
      if (next === 'run' || !order) options.status('running')
      const arrived = await untilDone(here, client.goTo(here.id, step))
      // Not where another figure took the worker on the way.
      if (!arrived || !current() || runs.now() !== here || here.finished) return
      goal = null
      if (next === 'run') await untilDone(here, client.run(here.id))
      else options.status('paused')
    })
  }

  /** A replay that was paused on the way goes at once to where the reader has been. */
  const catchUp = async (here: RemoteRun) =>
    here.step >= options.reach() || (await untilDone(here, client.goTo(here.id, options.reach())))

  /** Ends what figures do ahead. A worker that is gone does nothing any more. */
  function giveWay(): void {
    client.giveWay().catch(() => undefined)
  }

  async function warmUp(): Promise<void> {
    const mine = intent
    const current = () => mine === intent && runs.now()?.begun === false
    await runs.now()?.opened
    if (current() && choice.open()) await choice.measure(true)
    // It gave way, or nothing can be used.
    if (!current() || choice.open()) return
    const { id } = await seated()
    if (current()) await client.warmUp(id)
  }

  /** Does `work` unless a newer wish comes; a failure that is still wanted is told. */
  function wish(work: (current: () => boolean) => Promise<void>): void {
    const mine = ++intent
    // What this figure measures ahead it would have to measure now.
    if (!choice.aheadNow()) giveWay()
    heartbeat.watch()
    work(() => mine === intent).catch((error: unknown) => {
      if (mine !== intent) return
      runs.close()
      options.failed(sentence(error))
    })
  }

  return {
    prepare() {
      // Nobody asked for anything yet: Run opens it again and then tells what is wrong.
      if (!runs.now()) seated().catch(() => undefined)
    },
    warmUp() {
      warming = true
      // Run says what is wrong, if somebody presses it.
      warmUp()
        .catch(() => undefined)
        .finally(() => (warming = false))
    },
    goTo(step, next) {
      recovery.forget()
      goAgain(step, next)
    },
    // One that is being opened was asked for with the settings as they were before.
    change: (values, notBefore) => runs.whenReady(({ id }) => client.change(id, values, notBefore)),
    // A picture can be drawn when the first state is there, and that comes before the run is ready.
    predict: (x, rows) => runs.whenReady(({ id }) => client.predict(id, x, rows)),
    run() {
      goal = null
      wish(async (current) => {
        if (!runs.now()?.begun) {
          options.status('loading')
          if (choice.open()) {
            await choice.measure(false)
            if (!current()) return
          }
        }
        const here = await seated()
        if (!current() || runs.now() !== here) return
        here.begun = true
        // Before the call: a short run may be done when it returns.
        options.status('running')
        if (!(await catchUp(here)) || !current() || here.finished) return
        await untilDone(here, client.run(here.id))
      })
    },
    pause() {
      goal = null
      const here = runs.now()
      wish(async () => {
        options.status(here?.begun ? 'paused' : 'idle')
        // One that is being opened stands still by itself.
        if (here?.ready && here.begun) await client.pause(here.id)
      })
    },
    step() {
      goal = null
      wish(async (current) => {
        if (!runs.now()?.ready) options.status('loading')
        const here = await seated()
        if (!current() || runs.now() !== here) return
        here.begun = true
        if (!(await catchUp(here)) || !current() || here.finished) return
        await untilDone(here, client.step(here.id))
        if (current() && !here.finished) options.status('paused')
      })
    },
    end(restart) {
      intent++
      heartbeat.stop()
      if (warming) giveWay()
      goal = null
      recovery.forget()
      runs.close()
      if (restart) client.restart()
    },
    revive() {
      heartbeat.stop()
      client.restart(unheard)
    },
    setSpeed: (speed) => runs.setSpeed(speed),
    setWantsViews: (wants) => runs.setWantsViews(wants),
  }
}
