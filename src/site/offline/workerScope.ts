/** What is used of a service worker's global scope: TypeScript's `webworker` library cannot stand beside `dom`. */
export interface WorkerEvent extends Event {
  /** The browser keeps the worker alive until then. */
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

/** An open page. */
export interface Client {
  readonly url: string
  postMessage(message: unknown, transfer?: Transferable[]): void
}

export interface WorkerMessage extends WorkerEvent {
  readonly data: unknown
}

export interface Clients {
  /** Of the whole origin, whether a worker serves them or not. */
  matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly Client[]>
  claim(): Promise<void>
}

export interface WorkerScope {
  readonly registration: { readonly scope: string; readonly active: unknown }
  readonly clients: Clients
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: WorkerMessage) => void): void
}
