/**
 * Carries a figure's wishes to the worker, one attempt after the other: opens, runs, pauses, steps and ends it,
 * on the fastest backend that can be used. What was overtaken by a newer wish goes unheard.
 */
import type { BackendMemory } from './backendMemory.ts'
import type { Client, Listener } from './client.ts'
import type { Backend } from './engine.ts'
import type { BackendReport, OpenRequest, Update } from './protocol.ts'
import type { RunStatus } from './runState.ts'

export interface AttemptOptions {
  widget: string
  client: Client
  memory: BackendMemory
  /** As they are now. */
  settings(): Pick<OpenRequest, 'config' | 'variants' | 'seeds'> & { backend: Backend | 'auto' }
  /** Step 0 is about to arrive, computed on `backend`. */
  started(backend: Backend, report: BackendReport): void
  take(update: Update): void
  status(status: RunStatus): void
  failed(sentence: string): void
}

export interface Attempts {
  /** Computes step 0. Says nothing when it fails: Run tries again, and then says why. */
  prepare(): void
  run(): void
  pause(): void
  step(): void
  /** Lets go of the run in the worker; with `restart` of the worker too. */
  end(restart: boolean): void
  setSpeed(speed: number | 'all'): void
  setWantsViews(wants: boolean): void
}

/** A run in the worker, or on its way there. */
interface Seat {
  id: string
  /** The backend that was wanted first; another may have been used. */
  wanted: Backend
  opened: Promise<void>
  ready: boolean
  /** Run or Step was pressed, so its end is news. */
  begun: boolean
  finished: boolean
}

/** Ids stay unique over all figures and all their attempts. */
let count = 0

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))
const anyOrder: readonly Backend[] = ['wasm', 'cpu', 'webgl']

export function createAttempts(options: AttemptOptions): Attempts {
  const { widget, client, memory } = options
  let seat: Seat | null = null
  let intent = 0
  let speed: number | 'all' = 'all'
  let wantsViews = true
  let measuring: Promise<unknown> | null = null

  const request = () => {
    const { config, variants, seeds } = options.settings()
    return { widget, config, variants, seeds }
  }

  /** Measures once, however often Run is pressed meanwhile: the worker could not be called back from it. */
  function measured(): Promise<unknown> {
    measuring ??= client
      .measureBackends(request())
      .then((report) => {
        if (report.some(({ stepsPerSecond }) => stepsPerSecond !== null)) memory.remember(report)
      })
      .finally(() => {
        measuring = null
      })
    return measuring
  }

  /** What to try, in this order: the reader's choice or the fastest known, then what works almost everywhere. */
  function candidates(): [Backend, ...Backend[]] {
    const { backend } = options.settings()
    const known = (memory.recall() ?? []).filter(({ stepsPerSecond }) => stepsPerSecond !== null)
    const wanted = backend === 'auto' ? known.map((entry) => entry.backend) : [backend]
    const [first = 'wasm', ...others] = new Set([...wanted, ...anyOrder])
    return [first, ...others]
  }

  function close(): void {
    const left = seat
    seat = null
    // It may be gone with its worker already: then there is nothing to free.
    if (left) client.close(left.id).catch(() => undefined)
  }

  function listener(mine: Seat, backend: Backend, report: BackendReport): Listener {
    const over = (words: string) => {
      if (seat !== mine) return
      const news = mine.begun && !mine.finished
      seat = null
      if (!news) return
      intent++
      options.failed(words)
    }
    return {
      update(update) {
        if (seat !== mine) return
        if (update.status === 'ready') options.started(backend, report)
        mine.finished = update.status === 'done'
        options.take(update)
      },
      interrupted() {
        if (seat !== mine || mine.finished) return
        intent++
        options.status('paused')
      },
      failed: over,
      lost: over,
    }
  }

  async function open(mine: Seat, order: readonly Backend[]): Promise<void> {
    const useless: BackendReport = []
    for (const backend of order) {
      const known = (memory.recall() ?? []).filter((entry) =>
        useless.every((other) => other.backend !== entry.backend),
      )
      const all = { ...request(), id: mine.id, backend }
      const { usable, why } = await client.open(all, listener(mine, backend, [...known, ...useless]))
      if (seat !== mine) return
      if (usable) {
        mine.ready = true
        if (speed !== 'all') await client.setSpeed(mine.id, speed)
        if (!wantsViews) await client.setWantsViews(mine.id, wantsViews)
        return
      }
      useless.push({ backend, stepsPerSecond: null, why: why ?? 'It cannot be used here.' })
      mine.id = `${widget}-${++count}`
    }
    const reasons = useless
      .map(({ backend, why }) => `${backend}: ${why?.replace(/\.$/, '') ?? ''}`)
      .join('; ')
    throw new Error(`Nothing on this device can run the arithmetic (${reasons}).`)
  }

  /** The run that is there if it is on the wanted backend, otherwise a new one at step 0. */
  async function seated(): Promise<Seat> {
    const order = candidates()
    if (!seat || (!seat.begun && seat.wanted !== order[0])) {
      close()
      const mine: Seat = {
        id: `${widget}-${++count}`,
        wanted: order[0],
        opened: Promise.resolve(),
        ready: false,
        begun: false,
        finished: false,
      }
      seat = mine
      mine.opened = open(mine, order)
    }
    const here = seat
    try {
      await here.opened
    } catch (error) {
      if (seat === here) seat = null
      throw error
    }
    return here
  }

  /** Does `work` unless a newer wish comes; a failure that is still wanted is told. */
  function wish(work: (current: () => boolean) => Promise<void>): void {
    const mine = ++intent
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
    run() {
      wish(async (current) => {
        if (!seat?.begun) {
          options.status('loading')
          if (options.settings().backend === 'auto' && !memory.recall()) {
            await measured()
            if (!current()) return
          }
        }
        const here = await seated()
        if (!current() || seat !== here) return
        here.begun = true
        // Before the call: a short run may be done when it returns.
        options.status('running')
        await client.run(here.id)
      })
    },
    pause() {
      const here = seat
      wish(async () => {
        options.status(here?.begun ? 'paused' : 'idle')
        if (here?.begun) await client.pause(here.id)
      })
    },
    step() {
      wish(async (current) => {
        if (!seat?.ready) options.status('loading')
        const here = await seated()
        if (!current() || seat !== here) return
        here.begun = true
        await client.step(here.id)
        if (current() && !here.finished) options.status('paused')
      })
    },
    end(restart) {
      intent++
      close()
      if (restart) client.restart()
    },
    setSpeed(wanted) {
      speed = wanted === 'all' || !(wanted > 0 && Number.isFinite(wanted)) ? 'all' : wanted
      if (seat?.ready) void client.setSpeed(seat.id, speed).catch(() => undefined)
    },
    setWantsViews(wants) {
      wantsViews = wants
      if (seat?.ready) void client.setWantsViews(seat.id, wants).catch(() => undefined)
    },
  }
}
