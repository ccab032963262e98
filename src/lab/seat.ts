/** A run's place in the worker: what drives it, how fast, and when the page hears of it. */
import type { Engine, Backend } from './engine.ts'
import type { HostPage, Update, VariantUpdate } from './protocol.ts'
import type { Session } from './session.ts'
import { createTick, deferred, sleep } from './turns.ts'

/** Milliseconds: between updates, of one turn, and between waits for a queue of GPU work to empty. */
const [updateEvery, turnLength, settleEvery] = [66, 8, 25]
/** Milliseconds: a round that takes longer is not finished before a pause is answered. */
const longRound = 50

export interface Seat {
  speed: number | 'all'
  wantsViews: boolean
  /** Trains until the end or until `halt`. Resolves when it stands still and the last update is posted. */
  drive(): Promise<void>
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

  /** As many steps as fit into one turn; the next one is due at the time that is returned. */
  const advance = (due: number) =>
    turn(async () => {
      const start = performance.now()
      await engine.use(backend)
      do {
        const begin = performance.now()
        await session.advance(false, () => halted.raised && lastRound > longRound)
        if (!halted.raised) lastRound = performance.now() - begin
        const interval = seat.speed === 'all' ? 0 : 1000 / seat.speed
        // After a stall go on at the chosen speed instead of catching up.
        due = Math.max(due + interval, performance.now() - 2 * interval)
      } while (
        !halted.raised &&
        !session.done &&
        due <= performance.now() &&
        performance.now() - start < turnLength
      )
      return due
    })

  const settle = () =>
    turn(async () => {
      await engine.use(backend)
      await engine.settle()
    })

  /** Views are made while the frames are current, which is why this needs a turn. */
  const collect = (views: boolean): Promise<Record<string, VariantUpdate>> =>
    turn(async () => {
      await engine.use(backend)
      return session.collect(views)
    })

  async function post(status: Update['status']): Promise<void> {
    const { step, epoch } = session
    const variants = await collect(status !== 'running' || seat.wantsViews)
    const update = {
      status,
      step,
      epoch,
      stepsPerSecond: status === 'running' ? stepsPerSecond() : null,
      variants,
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
    async drive() {
      if (silent) return
      halted = createSignal()
      pace = [{ time: performance.now(), step: session.step }]
      let due = performance.now()
      let settled = due
      while (!halted.raised && !session.done) {
        due = await advance(due)
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
          if (seat.speed === 'all') break
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
        await session.advance(true)
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
