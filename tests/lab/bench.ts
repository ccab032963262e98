/** A page and a worker in one thread: the real host behind a real message port, with experiments of known results. */
import { onTestFinished } from 'vitest'
import { createClient, type WorkerLike } from '../../src/lab/client.ts'
import type { Backend, Engine } from '../../src/lab/engine.ts'
import type { Experiment } from '../../src/lab/experiment.ts'
import { serve } from '../../src/lab/host.ts'
import { createRun, type RunOptions } from '../../src/lab/run.ts'
import type { RunStatus } from '../../src/lab/runState.ts'
import { sleep } from '../../src/lab/turns.ts'
import { setup } from './experiments.ts'

export interface View {
  step: number
  variant: string
  grid: Float32Array
}

/** An engine without arithmetic that remembers what it was asked for. */
export function createEngine(missing: Partial<Record<Backend, string>> = {}, outrun?: Backend) {
  const used: Backend[] = []
  const device = { lost: false }
  const engine: Engine = {
    use(backend) {
      const why = missing[backend]
      if (why) return Promise.reject(new Error(why))
      used.push(backend)
      return Promise.resolve()
    },
    outrun: (backend) => (backend === outrun ? 'it is slow.' : null),
    settle: () => Promise.resolve(),
    check: () => {
      if (device.lost) throw new Error('The device was lost.')
    },
    blames: (error) => error instanceof Error && /device/.test(error.message),
    tensors: () => 0,
  }
  return { engine, used, device }
}

export interface Workplace {
  /** How many workers have been made. */
  made(): number
  /** What the worker would do if it crashed now. */
  crash(): void
  client: ReturnType<typeof createClient>
}

/** `loads` false: the worker's script does not arrive. */
export function createWorkplace(
  experiments: Record<string, Experiment>,
  engine: Engine = createEngine().engine,
  loads: () => boolean = () => true,
): Workplace {
  const registry = Object.fromEntries(
    Object.entries(experiments).map(([name, experiment]) => [
      `./${name}/train.ts`,
      () => Promise.resolve({ default: experiment }),
    ]),
  )
  const ports: MessagePort[] = []
  let made = 0
  let events = new EventTarget()

  function makeWorker(): WorkerLike {
    made++
    const { port1, port2 } = new MessageChannel()
    const own = new EventTarget()
    events = own
    ports.push(port1, port2)
    if (loads()) serve(registry, engine, port2)
    else queueMicrotask(() => own.dispatchEvent(new Event('error')))
    return {
      postMessage: (message: unknown, transfer: Transferable[] = []) => port1.postMessage(message, transfer),
      addEventListener: (type, listener) =>
        (type === 'message' ? port1 : own).addEventListener(type, listener),
      removeEventListener: (type, listener) =>
        (type === 'message' ? port1 : own).removeEventListener(type, listener),
      start: () => port1.start(),
      terminate: () => port1.close(),
    }
  }
  onTestFinished(() => ports.forEach((port) => port.close()))
  return {
    made: () => made,
    crash: () => events.dispatchEvent(new Event('error')),
    client: createClient(makeWorker),
  }
}

export function createTestRun(
  workplace: Workplace,
  widget: string,
  options: Partial<RunOptions<typeof setup>> = {},
) {
  const run = createRun<typeof setup, View>({ widget, setup, client: workplace.client, ...options })
  onTestFinished(() => run.dispose())
  const until = (...wanted: RunStatus[]) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!wanted.includes(run.getState().status)) return
        stop()
        resolve()
      }
      const stop = run.subscribe(look)
      look()
    })
  /** Resolves at the next repaint for which `holds`. */
  const when = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return
        stops.forEach((stop) => stop())
        resolve()
      }
      const stops = [run.onFrame(look), run.subscribe(look)]
      look()
    })
  return Object.assign(run, { until, when })
}

/** Resolves once `holds`, looked at every few milliseconds; a test that waits in vain runs out of time. */
export async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(3)
}

/**
 * Resolves once no step was made for 100 ms; a run that goes on runs the test out of time. In short naps: in one long nap
 * of a machine that stalls, nobody else may have had a turn.
 */
export async function stands(ledger: { readonly steps: number }): Promise<void> {
  for (let [still, before] = [0, ledger.steps]; still < 10; before = ledger.steps) {
    await sleep(10)
    still = ledger.steps === before ? still + 1 : 0
  }
}

/** Everything that a run has measured, as plain data. */
export function measurements(run: ReturnType<typeof createTestRun>) {
  const { variants, seeds } = run.getState()
  return variants.map((variant) => ({
    variant,
    steps: Array.from(run.history.steps(variant)),
    values: Object.keys(setup.metrics).flatMap((metric) =>
      seeds.map((seed) => Array.from(run.history.values(variant, metric, seed))),
    ),
  }))
}
