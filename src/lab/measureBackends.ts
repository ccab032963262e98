/** How fast this very experiment runs on each backend of this device. */
import { backends, type Engine } from './engine.ts'
import type { Experiment } from './experiment.ts'
import type { BackendReport, OpenRequest } from './protocol.ts'
import { startSession } from './session.ts'
import { breathe } from './turns.ts'

/** Milliseconds: a batch of steps this long is timed well; slow steps are timed no longer than this. */
const [enough, tooMuch] = [60, 1500]
const largestBatch = 64

async function timeSteps(experiment: Experiment, request: Request, engine: Engine): Promise<number> {
  const session = await startSession(experiment, request, breathe)
  try {
    // The first step compiles and allocates.
    await session.advance(false)
    await engine.settle()
    let rate = 0
    for (let batch = 2; ;) {
      const start = performance.now()
      let steps = 0
      let time = 0
      while (steps < batch && time < tooMuch && !session.done) {
        await session.advance(false)
        steps++
        time = performance.now() - start
      }
      // WebGL only queues: waiting once for all of them is how training itself goes.
      await engine.settle()
      time = performance.now() - start
      if (steps > 0) rate = (1000 * steps) / Math.max(time, 1e-3)
      if (session.done || time > enough / 2 || batch === largestBatch) return rate
      batch = Math.min(largestBatch, Math.ceil((batch * enough) / Math.max(time, 1e-3)))
    }
  } finally {
    await session.end()
  }
}

type Request = Omit<OpenRequest, 'id' | 'backend'>

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
