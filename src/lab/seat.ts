/** A run's place in the worker: what drives it, how fast, and when the page hears of it. */
import type { Engine, Backend } from './engine.ts'
import type { HostPage, Update } from './protocol.ts'
import type { Collected, Session } from './session.ts'
import { createTick, deferred, sleep } from './turns.ts'

/** Milliseconds: between updates, of one turn, and between waits for a queue of GPU work to empty. */
const [updateEvery, turnLength, settleEvery] = [70, 8, 25]
/** Milliseconds: a round that takes longer is not finished before a pause is answered. */
const longRound = 50
/** Milliseconds that a round of several updates may take, and between two checkpoints. */
const [roundLength, saveEvery] = [4, 500]

export interface Seat {
  speed: number | 'all'
  wantsViews: boolean
  /**
   * Trains until the end, until `halt` or, as fast as it goes, to step `until`.
   * Resolves when it stands still and the last update is posted.
   */
  drive(until?: number): Promise<void>
  /** With `silent` not even the last update is posted. */
  halt(silent?: boolean): void
  /** One measured step. */
  step(): Promise<void>
  /** Posts where the run stands; resolves when the page has taken it in. */
  deliver(status: Update['status']): Promise<void>
}

interface Signal {
  readonly raised: boolean
  raise(): void
  readonly wait: Promise<void>
}

function createSignal(): Signal {
  const { promise, resolve } = deferred<void>()
  let raised = false
  return {
    get raised() {
      return raised
    },
    raise() {
      raised = true
      resolve()
    },
    wait: promise,
  }
}

export function createSeat({
  id,
  backend,
  session,
  engine,
  page,
  turn,
}: {
  id: string
  backend: Backend
  session: Session
  engine: Engine
  page: HostPage
  turn: <T>(work: () => Promise<T>) => Promise<T>
}): Seat {
  let halted = createSignal()
  let silent = false
  let acknowledged: Promise<void> = Promise.resolve()
  let lastPost = -Infinity
  /** How long the last round took; the first may compile for seconds. */
  let lastRound = Infinity
  /** Updates that fit into a round, as far as is known. */
  let stride = 1
  let lastSave = -Infinity
  let pace: { time: number; step: number }[] = []
  const tick = createTick()

  /** Averaged over the last second, or over what there is since Run. */
  function stepsPerSecond(): number | null {
    const now = { time: performance.now(), step: session.step }
    pace.push(now)
    while (pace.length > 2 && pace[1]!.time < now.time - 1000) pace.shift()
    const first = pace[0]!
    return now.time > first.time ? (1000 * (now.step - first.step)) / (now.time - first.time) : null
  }

  /** As many updates as fit into one turn; the next one is due at the time that is returned. */
  const advance = (due: number, until: number) =>
    turn(async () => {
      const start = performance.now()
      const interval = seat.speed === 'all' || until < Infinity ? 0 : 1000 / seat.speed
      await engine.use(backend)
      do {
        const begin = performance.now()
        const from = session.step
        const wanted = interval === 0 ? stride : Math.floor((begin - due) / interval) + 1
        const count = Math.max(1, Math.min(stride, wanted, until - from))
        await session.advance({ count, halted: () => halted.raised && lastRound > longRound })
        const made = session.step - from
        const end = performance.now()
        if (!halted.raised) lastRound = end - begin
        if (made > 0) stride = strideAfter(made, end - begin)
        // After a stall go on at the chosen speed instead of catching up.
        due = Math.max(due + made * interval, end - 2 * interval)
      } while (
        !halted.raised &&
        !session.done &&
        session.step < until &&
        due <= performance.now() &&
        performance.now() - start < turnLength
      )
      return due
    })

  /** Doubles at most, so that one quick round does not ask for a long one. */
  const strideAfter = (made: number, took: number) =>
    Math.max(1, Math.min(2 * Math.max(stride, made), Math.floor((made * roundLength) / Math.max(took, 1e-3))))

  const settle = () =>
    turn(async () => {
      await engine.use(backend)
      await engine.settle()
    })

  /** Views are made while the frames are current, which is why this needs a turn. */
  const collect = (views: boolean, checkpoint: boolean): Promise<Collected> =>
    turn(async () => {
      await engine.use(backend)
      const collected = await session.collect({ views, checkpoint })
      engine.check()
      return collected
    })

  async function post(status: Update['status']): Promise<void> {
    const { step, epoch } = session
    const saves = status !== 'ready' && (status !== 'running' || performance.now() - lastSave >= saveEvery)
    const collected = await collect(status !== 'running' || seat.wantsViews, saves)
    if (collected.checkpoint) lastSave = performance.now()
    const update: Update = {
      status,
      step,
      epoch,
      stepsPerSecond: status === 'running' ? stepsPerSecond() : null,
      ...collected,
    }
    lastPost = performance.now()
    acknowledged = Promise.resolve(page.update(id, update))
    // Whoever waits for it hears of the error; a run that is at its end does not.
    acknowledged.catch(() => undefined)
  }

  const standing = () => (session.done ? 'done' : 'paused')

  const seat: Seat = {
    speed: 'all',
    wantsViews: true,
    async drive(until = Infinity) {
      if (silent) return
      halted = createSignal()
      pace = [{ time: performance.now(), step: session.step }]
      let due = performance.now()
      let settled = due
      while (!halted.raised && !session.done && session.step < until) {
        due = await advance(due, until)
        const now = performance.now()
        if (now - settled >= settleEvery) {
          await settle()
          settled = performance.now()
        }
        if (!session.done && now - lastPost >= updateEvery) {
          await Promise.race([acknowledged, halted.wait])
          if (!halted.raised) await post('running')
        }
        await tick()
        // In short naps, so that a new speed is taken up soon.
        for (let rest = due - performance.now(); rest > 0 && !halted.raised; rest = due - performance.now()) {
          if (seat.speed === 'all' || until < Infinity) break
          await Promise.race([sleep(Math.min(50, rest)), halted.wait])
        }
      }
      if (!silent) await post(standing())
      // Nothing would tell the page that a run is over if it could not take this in.
      if (session.done) await Promise.race([acknowledged, halted.wait])
    },
    halt(silently = false) {
      silent ||= silently
      halted.raise()
    },
    async step() {
      if (session.done) return
      await turn(async () => {
        await engine.use(backend)
        await session.advance({ measured: true })
      })
      await seat.deliver(standing())
    },
    async deliver(status) {
      await post(status)
      await acknowledged
    },
  }
  return seat
}
