/** How fast this very experiment runs on each backend of this device. */
import { backends, type Backend, type Engine } from './engine.ts'
import type { Experiment } from './experiment.ts'
import type { BackendReport, OpenRequest } from './protocol.ts'
import { startSession, type Session } from './session.ts'
import { breathe } from './turns.ts'

type Request = Omit<OpenRequest, 'id' | 'backend'>
type Speed = Omit<BackendReport[number], 'backend'>

/** Milliseconds: steps that take this long together are timed well; slow steps are timed no longer than this. */
const [enough, tooMuch] = [60, 1500]
const largestBatch = 64
/** In a shorter run what comes before the first step counts: it is timed as a whole. */
const shortRun = 20
/** WebGL last: it compiles for seconds, and by then it is known what the others do in that time. */
const order: readonly Backend[] = ['wasm', 'cpu', 'webgl']
/**
 * A backend whose first step takes longer than this (milliseconds), while the fastest so far makes this many steps,
 * is timed no further: only that first step counts.
 */
const [patience, farAhead] = [1500, 100]

/** What a timing is made with. */
interface Means {
  engine: Engine
  /** Once it holds, nothing more is timed. */
  halted: () => boolean
}

/** Makes at most `batch` steps; resolves to how many they were and how many milliseconds they took. */
async function time({ engine, halted }: Means, batch: number, session: Session): Promise<[number, number]> {
  const begin = performance.now()
  let steps = 0
  while (steps < batch && !session.done && !halted() && performance.now() - begin < tooMuch) {
    await session.advance()
    steps++
  }
  // WebGL only queues: waiting once for all of them is how training itself goes.
  await engine.settle()
  return [steps, Math.max(performance.now() - begin, 1e-3)]
}

/** Starts a session, hands it to `work` and ends it, whatever becomes of the work. */
async function during<T>(start: () => Promise<Session>, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await start()
  try {
    return await work(session)
  } finally {
    await session.end()
  }
}

/** `best` is the fastest backend so far. */
async function timeSteps(
  experiment: Experiment,
  request: Request,
  means: Means,
  best: BackendReport[number] | undefined,
): Promise<Speed> {
  const short = experiment.setup.steps(request.config as never) <= shortRun
  // Where the steps are the work, they are timed without measurements, which other kernels may have to be compiled for.
  const open = () => startSession(experiment, request, breathe, short)
  const begin = performance.now()
  return during(open, async (session) => {
    // The first step compiles and allocates.
    await time(means, 1, session)
    const first = performance.now() - begin
    const meanwhile = Math.round(((best?.stepsPerSecond ?? 0) * first) / 1000)
    if (best && first > patience && meanwhile > farAhead)
      return {
        stepsPerSecond: 1000 / first,
        why: `Only its first step was timed: it took ${(first / 1000).toFixed(1)} s, in which ${best.backend} makes ${meanwhile}.`,
      }
    if (short) {
      const again = performance.now()
      return during(open, async (whole) => {
        const [steps] = await time(means, shortRun, whole)
        return { stepsPerSecond: (1000 * steps) / Math.max(performance.now() - again, 1e-3) }
      })
    }
    for (let batch = 2; ;) {
      const [steps, taken] = await time(means, batch, session)
      if (session.done || means.halted() || taken > enough / 2 || batch === largestBatch)
        return { stepsPerSecond: (1000 * steps) / taken }
      batch = Math.min(largestBatch, Math.ceil((batch * enough) / taken))
    }
  })
}

/** Ties in the order of `backends`. */
const faster = (a: BackendReport[number], b: BackendReport[number]) =>
  (b.stepsPerSecond ?? -1) - (a.stepsPerSecond ?? -1) ||
  backends.indexOf(a.backend) - backends.indexOf(b.backend)

/**
 * Trains the first variant for a few steps on every backend, each in a turn of its own.
 * Fastest first (ties in the order of `backends`), then those that cannot be used, with the reason.
 * @param halted once it holds, the timing ends, and the report is empty.
 */
export async function measureBackends(
  experiment: Experiment,
  request: Request,
  engine: Engine,
  turn: <T>(work: () => Promise<T>) => Promise<T>,
  halted: () => boolean = () => false,
): Promise<BackendReport> {
  const report: BackendReport = []
  const first = { ...request, variants: request.variants.slice(0, 1) }
  for (const backend of order) {
    await breathe()
    if (halted()) return []
    const best = report.find(({ stepsPerSecond }) => stepsPerSecond !== null)
    // One step may take it seconds, in which the fastest has learned half of what it shall.
    const why = best ? engine.outrun(backend) : null
    if (why !== null) {
      report.push({ backend, stepsPerSecond: null, untimed: true, why: `Not timed: ${why}` })
      continue
    }
    report.push(
      await turn(async () => {
        try {
          await engine.use(backend)
          return { backend, ...(await timeSteps(experiment, first, { engine, halted }, best)) }
        } catch (error) {
          return {
            backend,
            stepsPerSecond: null,
            why: error instanceof Error ? error.message : String(error),
          }
        }
      }),
    )
    report.sort(faster)
  }
  return halted() ? [] : report
}
