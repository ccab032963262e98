/**
 * Carries a figure's wishes to the worker, one attempt after the other: opens, runs, pauses, steps and ends it,
 * on the fastest backend that can be used. What was overtaken by a newer wish goes unheard.
 */
import { createBackendChoice } from './backendChoice.ts'
import type { BackendMemory } from './backendMemory.ts'
import type { Change } from './changes.ts'
import type { Client, Listener } from './client.ts'
import type { Backend } from './engine.ts'
import { createHeartbeat } from './heartbeat.ts'
import { openOnFirst } from './opening.ts'
import type { BackendReport, OpenRequest, OpenResult, RunCheckpoint, Update } from './protocol.ts'
import { createRecovery } from './recovery.ts'
import type { RunStatus } from './runState.ts'

export interface AttemptOptions {
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
  /** Step 0 is about to arrive, computed on `backend`, or a replay of what has arrived before (`resumed`). */
  started(backend: Backend, report: BackendReport, resumed: boolean): void
  /** How fast each backend was, for the first time. */
  measured(report: BackendReport): void
  take(update: Update): void
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

/** A run in the worker, or on its way there. */
interface Seat {
  id: string
  /** The backend that was wanted first; another may have been used. */
  wanted: Backend
  backend: Backend
  /** Where it starts; step 0 when absent. */
  from: RunCheckpoint | undefined
  /** What has arrived before step `until` is replayed, not news. */
  resumed: boolean
  opened: Promise<void>
  ready: boolean
  /** Run or Step was pressed, so its end is news. */
  begun: boolean
  finished: boolean
  /** Where it stands in the worker, as far as is known: a replay is behind what has arrived before. */
  step: number
}

/** Ids stay unique over all figures and all their attempts. */
let count = 0

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))
const unheard = 'The part of this page that trains did not answer.'

export function createAttempts(options: AttemptOptions): Attempts {
  const { widget, client, memory } = options
  let seat: Seat | null = null
  let intent = 0
  let speed: number | 'all' = 'all'
  let wantsViews = true
  /** Whether something is being compiled ahead of Run. */
  let warming = false

  /** Where a run that is computed anew shall get to, and what then. */
  let goal: { step: number; next: 'run' | 'pause' } | null = null
  const recovery = createRecovery()

  const nextId = () => `${widget}-${++count}`
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

  function close(): void {
    const left = seat
    seat = null
    // It may be gone with its worker already: then there is nothing to free.
    if (left) client.close(left.id).catch(() => undefined)
  }

  /** Goes on from the last checkpoint, on the same backend unless that got no further the last time. */
  function recover(mine: Seat, words: string): void {
    const { step, next } = goal ?? {
      step: options.reach(),
      next: options.training() ? ('run' as const) : ('pause' as const),
    }
    const order = recovery.next(mine.backend, options.reach(), choice.candidates())
    if (!order) {
      intent++
      options.failed(words)
      return
    }
    options.recovering(words)
    goAgain(step, next, order)
  }

  function listener(mine: Seat): Listener {
    const over = (words: string, again: boolean) => {
      if (seat !== mine) return
      const news = mine.begun && !mine.finished
      seat = null
      if (!news) return
      if (again) recover(mine, words)
      else {
        intent++
        options.failed(words)
      }
    }
    return {
      update(update) {
        if (seat !== mine) return
        mine.finished = update.status === 'done'
        mine.step = update.step
        options.take(update)
      },
      interrupted() {
        if (seat !== mine || mine.finished) return
        intent++
        goal = null
        options.status('paused')
      },
      failed(words, device) {
        // A fresh worker has a fresh memory and a fresh graphics context.
        if (device && seat === mine) client.restart()
        over(words, device)
      },
      lost(words) {
        // Whoever opens it hears of it, and tries again.
        if (mine.ready || mine.begun) over(words, true)
      },
    }
  }

  function openOn(mine: Seat, backend: Backend, report: BackendReport): Promise<OpenResult> {
    Object.assign(mine, { id: nextId(), backend })
    const listening = listener(mine)
    let told = false
    return client.open(
      { ...request(), id: mine.id, backend, from: mine.from },
      {
        ...listening,
        update(update) {
          if (seat === mine && !told) options.started(backend, report, mine.resumed)
          told = true
          listening.update(update)
        },
      },
    )
  }

  async function open(mine: Seat, order: readonly Backend[]): Promise<void> {
    await openOnFirst(order, memory.recall() ?? [], async (backend, report) => {
      const once = () => openOn(mine, backend, report)
      if (seat !== mine) return null
      let result = await once()
      if (result.lost && seat === mine) {
        // A fresh worker has a fresh memory and a fresh graphics context.
        client.restart()
        result = await once()
      }
      return seat === mine ? result : null
    })
    if (seat !== mine) return
    mine.ready = true
    if (speed !== 'all') await client.setSpeed(mine.id, speed)
    if (!wantsViews) await client.setWantsViews(mine.id, wantsViews)
  }

  /** The run that is there if it is on the wanted backend, otherwise a new one at step 0. */
  function seated(): Promise<Seat> {
    const order = choice.candidates()
    if (!seat || (!seat.begun && seat.wanted !== order[0])) take(order)
    return ready()
  }

  /** A new run in the worker takes the place of the one that is there. */
  function take(order: readonly [Backend, ...Backend[]], from?: RunCheckpoint, resumed = false): void {
    close()
    const [wanted] = order
    const mine: Seat = {
      id: nextId(),
      wanted,
      backend: wanted,
      from,
      resumed,
      opened: Promise.resolve(),
      ready: false,
      begun: resumed,
      finished: false,
      step: from?.step ?? 0,
    }
    seat = mine
    mine.opened = open(mine, order)
  }

  async function ready(): Promise<Seat> {
    const here = seat!
    try {
      await here.opened
    } catch (error) {
      if (seat === here) seat = null
      throw error
    }
    return here
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
      take(order ?? choice.candidates(), options.checkpoint(step), true)
      const here = await ready()
      if (!current() || seat !== here) return
      if (next === 'run' || !order) options.status('running')
      const arrived = await untilDone(here, client.goTo(here.id, step))
      // Not where another figure took the worker on the way.
      if (!arrived || !current() || seat !== here || here.finished) return
      goal = null
      if (next === 'run') await untilDone(here, client.run(here.id))
      else options.status('paused')
    })
  }

  /** A worker that is lost when all has arrived, before it could say so, is no failure. */
  const untilDone = <T>(here: Seat, answer: Promise<T>): Promise<T | undefined> =>
    answer.catch((error: unknown) => {
      if (!here.finished) throw error
      return undefined
    })

  /** A replay that was paused on the way goes at once to where the reader has been. */
  const catchUp = async (here: Seat) =>
    here.step >= options.reach() || (await untilDone(here, client.goTo(here.id, options.reach())))

  /** Ends what figures do ahead. A worker that is gone does nothing any more. */
  function giveWay(): void {
    client.giveWay().catch(() => undefined)
  }

  async function warmUp(): Promise<void> {
    const mine = intent
    const current = () => mine === intent && seat !== null && !seat.begun
    await seat?.opened
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
      close()
      options.failed(sentence(error))
    })
  }

  return {
    prepare() {
      // Nobody asked for anything yet: Run opens it again and then tells what is wrong.
      if (!seat) seated().catch(() => undefined)
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
    async change(values, notBefore) {
      const here = seat
      // One that is being opened was asked for with the settings as they were before. If that fails, who opened it says so.
      if (here && !here.ready) await here.opened.catch(() => undefined)
      return here?.ready && here === seat ? client.change(here.id, values, notBefore) : null
    },
    async predict(x, rows) {
      const here = seat
      // A picture can be drawn when the first state is, and that comes before the seat is ready.
      if (here && !here.ready) await here.opened.catch(() => undefined)
      return here?.ready && here === seat ? client.predict(here.id, x, rows) : null
    },
    run() {
      goal = null
      wish(async (current) => {
        if (!seat?.begun) {
          options.status('loading')
          if (choice.open()) {
            await choice.measure(false)
            if (!current()) return
          }
        }
        const here = await seated()
        if (!current() || seat !== here) return
        here.begun = true
        // Before the call: a short run may be done when it returns.
        options.status('running')
        if (!(await catchUp(here)) || !current() || here.finished) return
        await untilDone(here, client.run(here.id))
      })
    },
    pause() {
      goal = null
      const here = seat
      wish(async () => {
        options.status(here?.begun ? 'paused' : 'idle')
        // One that is being opened stands still by itself.
        if (here?.ready && here.begun) await client.pause(here.id)
      })
    },
    step() {
      goal = null
      wish(async (current) => {
        if (!seat?.ready) options.status('loading')
        const here = await seated()
        if (!current() || seat !== here) return
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
      close()
      if (restart) client.restart()
    },
    revive() {
      heartbeat.stop()
      client.restart(unheard)
    },
    setSpeed(wanted) {
      speed = wanted === 'all' || !(wanted > 0 && Number.isFinite(wanted)) ? 'all' : wanted
      // A worker that is gone has no speed; the next one is told.
      if (seat?.ready) void client.setSpeed(seat.id, speed).catch(() => undefined)
    },
    setWantsViews(wants) {
      wantsViews = wants
      // The same.
      if (seat?.ready) void client.setWantsViews(seat.id, wants).catch(() => undefined)
    },
  }
}
