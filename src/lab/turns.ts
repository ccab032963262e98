/** Who may compute, and when messages are heard: the two ways in which the host gives way. */

/** A task of its own, behind those that wait already. A timer would wait 4 ms or more. */
function postTask(): (task: () => void) => void {
  // Node answers up to a thousand messages before it looks at a timer, and has this instead.
  if (typeof setImmediate === 'function') return setImmediate
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => waiting.shift()?.())
  port1.start()
  return (task) => {
    waiting.push(task)
    port2.postMessage(null)
  }
}

let post: ReturnType<typeof postTask> | undefined

/** Lets everything that waits in the event loop (messages, timers) go first. */
export function breathe(): Promise<void> {
  post ??= postTask()
  return new Promise(post)
}

/** `tick()` breathes when the last breath is more than `every` ms ago. */
export function createTick(every = 8): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < every) return
    await breathe()
    last = performance.now()
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs one piece of work at a time, in the order in which they were asked for. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    // The next in line goes on whatever became of this one; its caller hears of the error.
    last = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }
}

export interface Deferred<T> {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (error: Error) => void
}

/** A promise and its ends; `Promise.withResolvers` is not in Node 20. */
export function deferred<T>(): Deferred<T> {
  const made: Partial<Deferred<T>> = {}
  made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made as Deferred<T>
}
