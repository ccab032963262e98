/** The page's side of the one worker of a page. Makes it when first needed, and again when it was lost. */
import { proxy, wrap, type Endpoint, type Remote } from 'comlink'
import type { Change } from './changes.ts'
import type { BackendReport, Host, HostPage, OpenRequest, OpenResult, Update } from './protocol.ts'
import { watchLifeline } from './lifeline.ts'
import { deferred } from './turns.ts'

/** What is used of a `Worker`. */
export interface WorkerLike extends Endpoint {
  terminate(): void
}

/** What one run hears from the worker. */
export interface Listener {
  update(update: Update): void
  /** Another figure started, so this run was paused. */
  interrupted(): void
  /** The run ended in the worker; the sentence is for the reader, `device` that the experiment is not to blame. */
  failed(sentence: string, device: boolean): void
  /** The worker is gone, and the run with it. */
  lost(sentence: string): void
}

/** Every method rejects with a sentence when the worker fails, also while it waits. */
export interface Client {
  open(request: OpenRequest, listener: Listener): Promise<OpenResult>
  run(id: string): Promise<void>
  goTo(id: string, step: number): Promise<boolean>
  change(id: string, values: Change['values'], notBefore: number): Promise<number>
  predict(id: string, x: Float32Array, rows: number): Promise<Record<string, Float32Array>>
  pause(id: string): Promise<void>
  step(id: string): Promise<void>
  close(id: string): Promise<void>
  setSpeed(id: string, speed: number | 'all'): Promise<void>
  setWantsViews(id: string, wants: boolean): Promise<void>
  measureBackends(request: Omit<OpenRequest, 'id' | 'backend'>, ahead: boolean): Promise<BackendReport>
  warmUp(id: string): Promise<void>
  giveWay(): Promise<void>
  /** Resolves when the worker answers, at once where there is none. */
  ping(): Promise<void>
  /** Live tensors in the worker; 0 before there is one. */
  tensors(): Promise<number>
  /** Ends the worker; the next call makes a fresh one. Open runs hear `lost`, with this sentence. */
  restart(sentence?: string): void
}

/** The worker that was to answer is gone. The same may go well in a fresh one. */
export class WorkerLost extends Error {}

const couldNotLoad =
  'The part of this page that trains could not be loaded. Check the connection and start again.'
const stopped = 'The part of this page that trains has stopped unexpectedly.'
const restarted = 'Training had to be started again for another figure.'

interface Line {
  host: Remote<Host>
  /** What ends the calls that wait for an answer. */
  waiting: Set<(error: Error) => void>
  cut(sentence: string): void
}

export function createClient(makeWorker: () => WorkerLike): Client {
  const listeners = new Map<string, Listener>()
  let line: Line | null = null

  const page: HostPage = {
    update: (id, update) => listeners.get(id)?.update(update),
    interrupted: (id) => listeners.get(id)?.interrupted(),
    failed(id, sentence, device) {
      const listener = listeners.get(id)
      listeners.delete(id)
      listener?.failed(sentence, device)
    },
  }

  function connect(): Line {
    const worker = makeWorker()
    let answered = false
    let unwatch: (() => void) | undefined
    const waiting: Line['waiting'] = new Set()
    const made: Line = {
      host: wrap<Host>(worker),
      waiting,
      cut(sentence) {
        if (line === made) line = null
        unwatch?.()
        worker.terminate()
        const error = answered ? new WorkerLost(sentence) : new Error(sentence)
        for (const reject of waiting) reject(error)
        const told = [...listeners.values()]
        listeners.clear()
        for (const listener of told) listener.lost(sentence)
      },
    }
    const broken = (event?: Event) => {
      event?.preventDefault()
      if (line === made) made.cut(answered ? stopped : couldNotLoad)
    }
    worker.addEventListener('error', broken)
    worker.addEventListener('messageerror', broken)
    made.host.connect(proxy(page)).then(
      (lock) => {
        answered = true
        if (lock !== null && line === made) unwatch = watchLifeline(lock, () => broken())
      },
      () => made.cut(stopped),
    )
    return made
  }

  /** One call to the worker, or the end of the worker, whichever comes first. */
  async function ask<T>(call: (host: Remote<Host>) => Promise<T>): Promise<T> {
    line ??= connect()
    const { host, waiting } = line
    const { promise, resolve, reject } = deferred<T>()
    waiting.add(reject)
    try {
      call(host).then(resolve, reject)
      return await promise
    } finally {
      waiting.delete(reject)
    }
  }

  /** For runs that may be gone with their worker: then there is nothing to tell. */
  const tell = async (id: string, call: (host: Remote<Host>) => Promise<void>): Promise<void> => {
    if (listeners.has(id)) await ask(call)
  }

  return {
    async open(request, listener) {
      listeners.set(request.id, listener)
      try {
        const result = await ask((host) => host.open(request))
        if (!result.usable) listeners.delete(request.id)
        return result
      } catch (error) {
        listeners.delete(request.id)
        throw error
      }
    },
    run: (id) => ask((host) => host.run(id)),
    goTo: (id, step) => ask((host) => host.goTo(id, step)),
    change: (id, values, notBefore) => ask((host) => host.change(id, values, notBefore)),
    predict: (id, x, rows) => ask((host) => host.predict(id, x, rows)),
    step: (id) => ask((host) => host.step(id)),
    pause: (id) => tell(id, (host) => host.pause(id)),
    async close(id) {
      if (!listeners.delete(id)) return
      await ask((host) => host.close(id))
    },
    setSpeed: (id, speed) => tell(id, (host) => host.setSpeed(id, speed)),
    setWantsViews: (id, wants) => tell(id, (host) => host.setWantsViews(id, wants)),
    measureBackends: (request, ahead) => ask((host) => host.measureBackends(request, ahead)),
    warmUp: (id) => tell(id, (host) => host.warmUp(id)),
    giveWay: () => (line ? ask((host) => host.giveWay()) : Promise.resolve()),
    ping: () => (line ? ask((host) => host.ping()) : Promise.resolve()),
    tensors: () => (line ? ask((host) => host.tensors()) : Promise.resolve(0)),
    restart: (sentence = restarted) => line?.cut(sentence),
  }
}
