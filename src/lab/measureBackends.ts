/** How fast this very experiment runs on each backend of this device. */
import { backends, type Engine } from './engine.ts'
import type { Experiment } from './experiment.ts'
import type { BackendReport, OpenRequest } from './protocol.ts'
import { startSession, type Session } from './session.ts'
import { breathe } from './turns.ts'

type Request = Omit<OpenRequest, 'id' | 'backend'>

/** Milliseconds: steps that take this long together are timed well; slow steps are timed no longer than this. */
const [enough, tooMuch] = [60, 1500]
const largestBatch = 64
/** In a shorter run what comes before the first step counts: it is timed as a whole. */
const shortRun = 20

/** Steps per second of at most `batch` steps, and how long they took in ms. */
async function time(engine: Engine, batch: number, start: () => Promise<Session>) {
  const begin = performance.now()
  const session = await start()
  let steps = 0
  while (steps < batch && !session.done && performance.now() - begin < tooMuch) {
    await session.advance(false)
    steps++
  }
  // WebGL only queues: waiting once for all of them is how training itself goes.
  await engine.settle()
  const taken = Math.max(performance.now() - begin, 1e-3)
  return { rate: (1000 * steps) / taken, taken, session }
}

async function timeSteps(experiment: Experiment, request: Request, engine: Engine): Promise<number> {
  const open = () => startSession(experiment, request, breathe)
  // The first step compiles and allocates.
  const { session } = await time(engine, 1, open)
  try {
    if (experiment.setup.steps(request.config as never) <= shortRun) {
      const whole = await time(engine, shortRun, open)
      await whole.session.end()
      return whole.rate
    }
    const here = () => Promise.resolve(session)
    for (let batch = 2; ;) {
      const { rate, taken } = await time(engine, batch, here)
      if (session.done || taken > enough / 2 || batch === largestBatch) return rate
      batch = Math.min(largestBatch, Math.ceil((batch * enough) / taken))
    }
  } finally {
    await session.end()
  }
}

/**
 * Trains the first variant for a few steps on every backend, each in a turn of its own.
 * Fastest first (ties in the order of `backends`), then those that cannot be used, with the reason.
 */
export async function measureBackends(
  experiment: Experiment,
  request: Request,
  engine: Engine,
  turn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<BackendReport> {
  const report: BackendReport = []
  const first = { ...request, variants: request.variants.slice(0, 1) }
  for (const backend of backends) {
    await breathe()
    report.push(
      await turn(async () => {
        try {
          await engine.use(backend)
          return { backend, stepsPerSecond: await timeSteps(experiment, first, engine) }
        } catch (error) {
          return {
            backend,
            stepsPerSecond: null,
            why: error instanceof Error ? error.message : String(error),
          }
        }
      }),
    )
  }
  return report.toSorted((a, b) => (b.stepsPerSecond ?? -1) - (a.stepsPerSecond ?? -1))
}
