/** The page's side of the one worker of a page. Makes it when first needed, and again when it was lost. */
import { proxy, wrap, type Endpoint, type Remote } from 'comlink'
import type { BackendReport, Host, HostPage, OpenRequest, OpenResult, Update } from './protocol.ts'
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
  /** The run ended in the worker; the sentence is for the reader. */
  failed(sentence: string): void
  /** The worker is gone, and the run with it. */
  lost(sentence: string): void
}

/** Every method rejects with a sentence when the worker fails, also while it waits. */
export interface Client {
  open(request: OpenRequest, listener: Listener): Promise<OpenResult>
  run(id: string): Promise<void>
  pause(id: string): Promise<void>
  step(id: string): Promise<void>
  close(id: string): Promise<void>
  setSpeed(id: string, speed: number | 'all'): Promise<void>
  setWantsViews(id: string, wants: boolean): Promise<void>
  measureBackends(request: Omit<OpenRequest, 'id' | 'backend'>): Promise<BackendReport>
  /** Live tensors in the worker; 0 before there is one. */
  tensors(): Promise<number>
  /** Ends the worker; the next call makes a fresh one. Open runs hear `lost`. */
  restart(): void
}

const couldNotLoad =
  'The part of this page that trains could not be loaded. Check the connection and start again.'
const stopped = 'The part of this page that trains has stopped unexpectedly. Start again from step 0.'
const restarted =
  'Training had to be started again for another figure, so this run cannot go on. Start again from step 0.'

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
    failed(id, sentence) {
      const listener = listeners.get(id)
      listeners.delete(id)
      listener?.failed(sentence)
    },
  }

  function connect(): Line {
    const worker = makeWorker()
    let answered = false
    const waiting: Line['waiting'] = new Set()
    const made: Line = {
      host: wrap<Host>(worker),
      waiting,
      cut(sentence) {
        if (line === made) line = null
        worker.terminate()
        for (const reject of waiting) reject(new Error(sentence))
        const told = [...listeners.values()]
        listeners.clear()
        for (const listener of told) listener.lost(sentence)
      },
    }
    const broken = (event: Event) => {
      event.preventDefault()
      if (line === made) made.cut(answered ? stopped : couldNotLoad)
    }
    worker.addEventListener('error', broken)
    worker.addEventListener('messageerror', broken)
    made.host.connect(proxy(page)).then(
      () => {
        answered = true
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
    step: (id) => ask((host) => host.step(id)),
    pause: (id) => tell(id, (host) => host.pause(id)),
    async close(id) {
      if (!listeners.delete(id)) return
      await ask((host) => host.close(id))
    },
    setSpeed: (id, speed) => tell(id, (host) => host.setSpeed(id, speed)),
    setWantsViews: (id, wants) => tell(id, (host) => host.setWantsViews(id, wants)),
    measureBackends: (request) => ask((host) => host.measureBackends(request)),
    tensors: () => (line ? ask((host) => host.tensors()) : Promise.resolve(0)),
    restart: () => line?.cut(restarted),
  }
}
