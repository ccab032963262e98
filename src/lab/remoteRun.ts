/**
 * A run in the worker, as its page knows it: opened on the first backend that can be used, followed, and let go of. A
 * figure has one at a time; what comes of one that was let go of goes unheard.
 */
import type { BackendMemory } from './backendMemory.ts'
import type { Client, Listener } from './client.ts'
import type { Backend } from './engine.ts'
import { openOnFirst } from './opening.ts'
import type { BackendReport, OpenRequest, OpenResult, RunCheckpoint, Update } from './protocol.ts'

/** In the worker, or on its way there. */
export interface RemoteRun {
  id: string
  /** The backend that was wanted first; another may have been used. */
  wanted: Backend
  backend: Backend
  /** Where it starts; step 0 when absent. */
  from: RunCheckpoint | undefined
  /** What has arrived before is replayed, not news. */
  resumed: boolean
  opened: Promise<void>
  ready: boolean
  /** Run or Step was pressed, so its end is news. */
  begun: boolean
  finished: boolean
  /** Where it stands in the worker, as far as is known: a replay is behind what has arrived before. */
  step: number
}

export interface RemoteRunOptions {
  widget: string
  client: Client
  memory: BackendMemory
  /** With the settings as they are now. */
  request(): Omit<OpenRequest, 'id' | 'backend' | 'from'>
  /** Step 0 is about to arrive, computed on `backend`, or a replay of what has arrived before (`resumed`). */
  started(backend: Backend, report: BackendReport, resumed: boolean): void
  take(update: Update): void
  /** Another figure has taken the worker. */
  interrupted(): void
  /** One that had begun ended before its last step; `again`: a fresh worker may bring it further. */
  lost(run: RemoteRun, words: string, again: boolean): void
}

export interface RemoteRuns {
  now(): RemoteRun | null
  /** A new one takes the place of the one that is there. */
  take(order: readonly [Backend, ...Backend[]], from?: RunCheckpoint, resumed?: boolean): void
  /** The one that was there when this was called, once it is opened. Rejects, and lets go of it, if it cannot be. */
  opened(): Promise<RemoteRun>
  /** Does `work` with the one that is there, at once if it is ready, otherwise when it is; null if none gets ready. */
  whenReady<T>(work: (run: RemoteRun) => Promise<T>): Promise<T | null>
  close(): void
  setSpeed(speed: number | 'all'): void
  setWantsViews(wants: boolean): void
}

/** Ids stay unique over all figures and all their runs. */
let count = 0

export function createRemoteRuns(options: RemoteRunOptions): RemoteRuns {
  const { widget, client, memory } = options
  let run: RemoteRun | null = null
  let speed: number | 'all' = 'all'
  let wantsViews = true
  const nextId = () => `${widget}-${++count}`

  function close(): void {
    const left = run
    run = null
    // It may be gone with its worker already: then there is nothing to free.
    if (left) client.close(left.id).catch(() => undefined)
  }

  function listener(mine: RemoteRun): Listener {
    const over = (words: string, again: boolean) => {
      if (run !== mine) return
      run = null
      if (mine.begun && !mine.finished) options.lost(mine, words, again)
    }
    return {
      update(update) {
        if (run !== mine) return
        mine.finished = update.status === 'done'
        mine.step = update.step
        options.take(update)
      },
      interrupted() {
        if (run === mine && !mine.finished) options.interrupted()
      },
      failed(words, device) {
        // A fresh worker has a fresh memory and a fresh graphics context.
        if (device && run === mine) client.restart()
        over(words, device)
      },
      lost(words) {
        // Whoever opens it hears of it, and tries again.
        if (mine.ready || mine.begun) over(words, true)
      },
    }
  }

  function openOn(mine: RemoteRun, backend: Backend, report: BackendReport): Promise<OpenResult> {
    Object.assign(mine, { id: nextId(), backend })
    const listening = listener(mine)
    let told = false
    return client.open(
      { ...options.request(), id: mine.id, backend, from: mine.from },
      {
        ...listening,
        update(update) {
          if (run === mine && !told) options.started(backend, report, mine.resumed)
          told = true
          listening.update(update)
        },
      },
    )
  }

  async function open(mine: RemoteRun, order: readonly Backend[]): Promise<void> {
    await openOnFirst(order, memory.recall() ?? [], async (backend, report) => {
      const once = () => openOn(mine, backend, report)
      if (run !== mine) return null
      let result = await once()
      if (result.lost && run === mine) {
        // A fresh worker has a fresh memory and a fresh graphics context.
        client.restart()
        result = await once()
      }
      return run === mine ? result : null
    })
    if (run !== mine) return
    mine.ready = true
    if (speed !== 'all') await client.setSpeed(mine.id, speed)
    if (!wantsViews) await client.setWantsViews(mine.id, wantsViews)
  }

  return {
    now: () => run,
    take(order, from, resumed = false) {
      close()
      const [wanted] = order
      const mine: RemoteRun = {
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
      run = mine
      mine.opened = open(mine, order)
    },
    async opened() {
      const here = run!
      try {
        await here.opened
      } catch (error) {
        if (run === here) run = null
        throw error
      }
      return here
    },
    async whenReady(work) {
      const here = run
      // If it cannot be opened, who opened it says so.
      if (here && !here.ready) await here.opened.catch(() => undefined)
      return here?.ready && here === run ? work(here) : null
    },
    close,
    setSpeed(wanted) {
      speed = wanted === 'all' || !(wanted > 0 && Number.isFinite(wanted)) ? 'all' : wanted
      // A worker that is gone has no speed; the next one is told.
      if (run?.ready) void client.setSpeed(run.id, speed).catch(() => undefined)
    },
    setWantsViews(wants) {
      wantsViews = wants
      // The same.
      if (run?.ready) void client.setWantsViews(run.id, wants).catch(() => undefined)
    },
  }
}
